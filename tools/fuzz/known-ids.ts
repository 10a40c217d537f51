import type { OpenAPIObject } from '@nestjs/swagger';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Names nothing, and never will. */
const unknownId = '018f2d4e-7c1a-7000-8000-00000000dead';
const mostPerKind = 3;
/** Not all that is called an id is one of ours: a resident ID is the number of a card. */
const ours = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `event` → `events`, `bloodRecord` → `blood-records`, `person` → `people`: how paths call many of a thing. */
function kindOf(name: string): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (kebab === 'person') return 'people';
  if (kebab.endsWith('s')) return kebab;
  return /(ch|x)$/.test(kebab) ? `${kebab}es` : `${kebab}s`;
}

/** `…/events/{id}/shifts` → `shifts`; `…/events/{id}` → `events`. */
export const kindOfPath = (path: string): string => path.split('/').findLast((part) => !part.startsWith('{')) ?? '';

/** Ids seen in answers, by what they are ids of, so that the fuzzer meets things that exist. */
export class KnownIds {
  private readonly ids = new Map<string, Set<string>>();

  /** @param path where the answer came from */
  learn(path: string, answer: unknown): void {
    this.collect(answer, kindOfPath(path));
  }

  /** From now on only this one of its kind. */
  keepOnly(kind: string, id: string): void {
    this.ids.set(kind, new Set([id]));
  }

  some(kind: string): readonly string[] {
    return [...(this.ids.get(kind) ?? [])].slice(-mostPerKind);
  }

  /** A body with every id in it replaced by one that exists, where one is known. */
  filledIn(body: unknown): unknown {
    if (Array.isArray(body)) return body.map((item) => this.filledIn(item));
    if (typeof body !== 'object' || body === null) return body;
    const fields = Object.entries(body).map(([name, value]: [string, unknown]) => {
      const [known] = name.endsWith('Id') ? this.some(kindOf(name.slice(0, -2))) : [];
      return [name, known ?? this.filledIn(value)] as const;
    });
    return Object.fromEntries(fields);
  }

  /** Lets parameters and bodies speak of what exists, and of what does not. The answers promised stay as they are. */
  addTo(document: OpenAPIObject): OpenAPIObject {
    const copy = structuredClone(document);
    for (const [path, item] of Object.entries(copy.paths)) {
      for (const operation of Object.values(item) as Operation[]) {
        for (const parameter of operation.parameters ?? []) {
          if ('$ref' in parameter || parameter.in !== 'path') continue;
          const [before = ''] = path.split(`{${parameter.name}}`);
          const kind = kindOfPath(before.replace(/\/$/, ''));
          const ids = this.some(kind);
          if (ids.length === 0) continue;
          // Staff wait a second for a person nobody knows yet: one such wait per request would take up the run.
          parameter.schema = kind === 'people' ? { type: 'string', enum: [...ids] } : oneOf(ids);
          parameter.example = ids[0];
        }
        const body = operation.requestBody;
        if (body && !('$ref' in body)) this.addToBody(body, copy.components?.schemas ?? {});
      }
    }
    return copy;
  }

  private addToBody(
    body: Exclude<NonNullable<Operation['requestBody']>, { $ref: string }>,
    schemas: Record<string, Schema>,
  ) {
    for (const media of Object.values(body.content)) {
      media.example = this.filledIn(media.example) as object;
      const schema =
        media.schema && '$ref' in media.schema ? schemas[media.schema.$ref.split('/').at(-1)!] : media.schema;
      if (!schema || '$ref' in schema) continue;
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        const ids = name.endsWith('Id') ? this.some(kindOf(name.slice(0, -2))) : [];
        if (ids.length > 0 && !('$ref' in field)) schema.properties![name] = oneOf(ids);
      }
    }
  }

  private collect(value: unknown, kind: string): void {
    if (Array.isArray(value)) for (const item of value) this.collect(item, kind);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [name, field] of Object.entries(value) as [string, unknown][]) {
      if (typeof field !== 'string') this.collect(field, name === 'items' ? kind : kindOf(name));
      else if (name === 'id') this.add(kind, field);
      else if (name.endsWith('Id') && ours.test(field)) this.add(kindOf(name.slice(0, -2)), field);
      else if (name === 'url')
        this.add(kindOfPath(field.replace(/\/[^/]*$/, '')), field.split('/').at(-1)!.split('.')[0]!);
    }
  }

  private add(kind: string, id: string): void {
    const known = this.ids.get(kind) ?? new Set();
    this.ids.set(kind, known.add(id));
  }
}

const oneOf = (ids: readonly string[]) => ({ type: 'string', enum: [...ids, unknownId] });
