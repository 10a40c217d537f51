import type { OpenAPIObject } from '@nestjs/swagger';
import { schemaPrefix, type Schemas } from './reachable-components.js';

type Schema = Schemas[string];
type PlainSchema = Exclude<Schema, { $ref: string }>;
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const formats: Readonly<Record<string, string>> = {
  date: '2026-11-23',
  'date-time': '2026-12-05T01:00:00.000Z',
  uuid: '018f2d4e-7c1a-7000-8000-000000000001',
  uri: 'https://example.org/',
};
/** What names mean everywhere in this API. */
const names: readonly (readonly [name: RegExp, example: string])[] = [
  [/^id$|Id$/, formats['uuid']!],
  [/^endsAt$/, '2026-12-05T04:00:00.000Z'],
  [/At$|^resendAfter$/, formats['date-time']!],
];

/** Shows what goes in and comes out of an operation, so that a reader need not make it up. */
export function addExamples(operation: Operation, schemas: Schemas): void {
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter || !parameter.schema || '$ref' in parameter.schema) continue;
    const { name, schema, required = parameter.in === 'path' } = parameter;
    const example = stated(schema) ?? meant(schema, name) ?? (required && isText(schema) ? name : undefined);
    if (example !== undefined) parameter.example = example;
  }
  const incoming = new Examples(schemas, (schema) => !isText(schema) || stated(schema) !== undefined);
  const outgoing = new Examples(schemas, (schema) => stated(schema) !== undefined, 'null where it may be');
  addTo(operation.requestBody, incoming);
  for (const response of Object.values(operation.responses)) addTo(response, outgoing);
}

function addTo(body: Operation['requestBody'] | Operation['responses'][string], examples: Examples): void {
  if (!body || '$ref' in body) return;
  for (const media of Object.values(body.content ?? {})) {
    if (media.schema) media.example ??= examples.of(media.schema) as object;
  }
}

const types = ({ type, anyOf = [] }: PlainSchema): unknown[] => [
  ...[type].flat(),
  ...anyOf.map((part) => ('type' in part ? part.type : undefined)),
];
const isText = (schema: PlainSchema): boolean => types(schema)[0] === 'string';

/** What somebody said of this very field; of an enum its first value. */
function stated(schema: PlainSchema): unknown {
  // The compiler lists the members of a union in the order in which it met them, anywhere in the program.
  const [first] = [...((schema.enum as unknown[] | undefined) ?? [])].filter((value) => value !== null).sort();
  return [schema.example, schema.default, first].find((value: unknown) => value !== undefined);
}

/** What the format or the name of a text says. */
function meant(schema: PlainSchema, name: string): string | undefined {
  if (!isText(schema)) return undefined;
  const { format = '' } = schema;
  const byName = ['', 'date-time'].includes(format) ? names.find(([known]) => known.test(name))?.[1] : undefined;
  return byName ?? formats[format];
}

/** Values that fit their schemas, the same every time. What the author of a field says comes before what can be guessed. */
class Examples {
  constructor(
    private readonly schemas: Schemas,
    /** Whether a field that may be missing is shown. */
    private readonly showsOptional: (schema: PlainSchema) => boolean,
    private readonly nullable?: 'null where it may be',
  ) {}

  of(schema: Schema, name = ''): unknown {
    if ('$ref' in schema) return this.of(this.schemas[schema.$ref.slice(schemaPrefix.length)] ?? {}, name);
    const { allOf = [], oneOf, anyOf } = schema;
    if (this.nullable && types(schema).includes('null') && schema.example === undefined) return null;
    const known = stated(schema) ?? meant(schema, name);
    if (known !== undefined) return known;
    if (allOf.length > 0) return Object.assign({}, ...allOf.map((part) => this.of(part, name))) as unknown;
    const [choice] = oneOf ?? anyOf ?? [];
    return choice ? this.of(choice, name) : this.guess(schema, name);
  }

  private guess(schema: PlainSchema, name: string): unknown {
    const { minLength = 2, maxLength, minimum = 1, maximum = Infinity, items = {}, minItems = 1 } = schema;
    switch (types(schema)[0]) {
      case 'array':
        return Array.from({ length: minItems }, () => this.of(items, name));
      case 'string':
        return '示例'.repeat(Math.ceil(minLength / 2)).slice(0, maxLength);
      case 'integer':
      case 'number':
        return Math.min(Math.max(minimum, 1), maximum);
      case 'boolean':
        return true;
      default:
        return this.object(schema);
    }
  }

  private object({ properties = {}, required = [] }: PlainSchema): Record<string, unknown> {
    const shown = Object.entries(properties).filter(
      ([name, schema]) => required.includes(name) || ('$ref' in schema ? !this.nullable : this.showsOptional(schema)),
    );
    return Object.fromEntries(shown.map(([name, schema]) => [name, this.of(schema, name)]));
  }
}
