import { getMetadataStorage, IS_INT, IS_OPTIONAL } from 'class-validator';
import type { Schemas } from './reachable-components.js';

interface Rule {
  readonly name?: string;
  readonly propertyName: string;
}
type Field = Schemas[string];

/**
 * What field rules say and the compiler does not: `@IsInt` takes whole numbers, and `@IsOptional` also takes null, as if the
 * field were left out. Classes are found by name, which is unique over the whole system.
 */
export function declareFieldRules(schemas: Schemas): void {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<Function, readonly Rule[]> };
  for (const target of storage.validationMetadatas.keys()) {
    const schema = schemas[target.name];
    if (!schema || '$ref' in schema || !schema.properties) continue;
    const rules = ancestry(target).flatMap((ancestor) => storage.validationMetadatas.get(ancestor) ?? []);
    for (const { name, propertyName } of rules) {
      const field = schema.properties[propertyName];
      if (!field) continue;
      if (name === IS_INT) declareWhole(field);
      if (name === IS_OPTIONAL) schema.properties[propertyName] = withNull(field);
    }
  }
}

/** A class with all it extends: it keeps their rules. */
function ancestry(target: Function): Function[] {
  const parent = Object.getPrototypeOf(target) as Function;
  return parent === Function.prototype ? [target] : [target, ...ancestry(parent)];
}

function declareWhole(field: Field): void {
  for (const number of ['items' in field ? field.items : undefined, field]) {
    if (!number || '$ref' in number) continue;
    if (number.type === 'number') number.type = 'integer';
    else if (Array.isArray(number.type)) number.type = number.type.map((type) => type.replace('number', 'integer'));
  }
}

function withNull(field: Field): Field {
  const nothing = { type: 'null' };
  if ('$ref' in field) return { anyOf: [field, nothing] };
  if (field.allOf) {
    const { allOf, type: _, ...notes } = field;
    return { ...notes, anyOf: [...(allOf.length === 1 ? allOf : [{ allOf }]), nothing] };
  }
  if (field.anyOf ?? field.oneOf) return field.anyOf?.some(isNothing) ? field : { anyOf: [field, nothing] };
  if (field.type === undefined) return field;
  const types = [...new Set([field.type, 'null'].flat())];
  const values = field.enum as unknown[] | undefined;
  return { ...field, type: types, ...(values ? { enum: [...new Set([...values, null])] } : {}) };
}

const isNothing = (field: Field): boolean => 'type' in field && field.type === 'null';
