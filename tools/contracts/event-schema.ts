import { describeEvent, type EventClass } from '@sanxian/shared/contracts';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

/** What a field of an event may hold. Events are flat, so there are no objects and no lists. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface EventSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
}

/** Where the library's guess is wider than what our own rules let through, or depends on the order of decorators. */
const converters = {
  isIso8601: { type: 'string', format: 'date-time' },
  isDefined: {},
  min: ({ constraints: [minimum] }: { constraints: number[] }) => ({ minimum }),
  max: ({ constraints: [maximum] }: { constraints: number[] }) => ({ maximum }),
} as const;

/**
 * The JSON schema of an event, out of its class-validator rules.
 * @throws Error when a field is not plain: a contract that nobody can write down
 */
export function eventSchema(contract: EventClass): EventSchema {
  const schema = targetConstructorToSchema(contract, { additionalConverters: converters });
  const properties = (schema.properties ?? {}) as Record<string, FieldSchema>;
  for (const [field, { type }] of Object.entries(properties)) {
    if (['string', 'integer', 'number', 'boolean'].includes(type)) continue;
    throw new Error(`${describeEvent(contract).type}: the rules of ${field} do not say which plain type it has`);
  }
  return { type: 'object', properties, required: schema.required ?? [] };
}
