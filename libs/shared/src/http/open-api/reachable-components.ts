import type { OpenAPIObject } from '@nestjs/swagger';

export type Components = NonNullable<OpenAPIObject['components']>;
export type Schemas = NonNullable<Components['schemas']>;
export const schemaPrefix = '#/components/schemas/';

const referable = ['schemas', 'responses', 'parameters'] as const;

/** The components that operations speak of. The scanner also collects event classes, since consumers sit in controllers. */
export function reachableComponents(paths: OpenAPIObject['paths'], components: Components): Components {
  const reached = new Set<string>();
  const pending = references(paths);
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    if (reached.has(reference)) continue;
    reached.add(reference);
    const [, , kind = '', name = ''] = reference.split('/');
    pending.push(...references((components as Record<string, Record<string, unknown>>)[kind]?.[name]));
  }
  const kept = referable.map((kind) => {
    const all = Object.entries(components[kind] ?? {});
    return [kind, Object.fromEntries(all.filter(([name]) => reached.has(`#/components/${kind}/${name}`)))] as const;
  });
  return { ...components, ...Object.fromEntries(kept) };
}

/** Every `$ref`, at any depth. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    key === '$ref' && typeof child === 'string' ? [child] : references(child),
  );
}
