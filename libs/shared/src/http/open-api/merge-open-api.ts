import type { OpenAPIObject } from '@nestjs/swagger';
import { commonComponents } from './problem-schema.js';
import { reachableComponents, type Components } from './reachable-components.js';

/**
 * One document out of several services'.
 * @throws Error when two documents claim a path, or say different things under one schema name: one of the two would
 * silently vanish
 */
export function mergeOpenApi(info: OpenAPIObject['info'], documents: readonly OpenAPIObject[]): OpenAPIObject {
  const [first] = documents;
  if (!first) throw new Error('There is nothing to merge');
  const schemas = documents.map((document) => ownSchemas(document.components));
  const paths = union(
    'path',
    documents.map((document) => document.paths),
  );
  return {
    openapi: first.openapi,
    info: { ...first.info, ...info },
    servers: first.servers ?? [],
    // Services may share a tag, as the dead letters of each lie under one.
    tags: [...new Map(documents.flatMap(({ tags = [] }) => tags).map((tag) => [tag.name, tag])).values()],
    paths,
    components: reachableComponents(paths, {
      ...commonComponents,
      schemas: { ...union('schema', schemas), ...commonComponents.schemas },
    }),
  };
}

function ownSchemas(components: Components = {}): NonNullable<Components['schemas']> {
  const own = Object.entries(components.schemas ?? {}).filter(([name]) => !(name in commonComponents.schemas));
  return Object.fromEntries(own);
}

function union<T>(kind: string, parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const whole: Record<string, T> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    // What every service has is described by each in the same words.
    const same = kind === 'schema' && JSON.stringify(whole[name]) === JSON.stringify(value);
    if (Object.hasOwn(whole, name) && !same) throw new Error(`Two OpenAPI documents have the ${kind} ${name}`);
    whole[name] = value;
  }
  return whole;
}
