import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
const prefix = '#/components/schemas/';

/** The schemas that operations speak of. The scanner also collects event classes, since consumers sit in controllers. */
export function reachableSchemas(paths: OpenAPIObject['paths'], schemas: Schemas): Schemas {
  const reached = new Set<string>();
  const pending = schemaNames(paths);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    pending.push(...schemaNames(schemas[name]));
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
}

/** Every name behind a `$ref`, at any depth. */
function schemaNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    key === '$ref' && typeof child === 'string' && child.startsWith(prefix)
      ? [child.slice(prefix.length)]
      : schemaNames(child),
  );
}
