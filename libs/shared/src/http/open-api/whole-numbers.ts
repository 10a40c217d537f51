import { getMetadataStorage, IS_INT } from 'class-validator';
import type { Schemas } from './reachable-components.js';

interface Rule {
  readonly name?: string;
  readonly propertyName: string;
}

/**
 * The compiler knows one kind of number; fields with `@IsInt` are declared as what they are. Classes are found by name, which
 * is unique over the whole system.
 */
export function declareWholeNumbers(schemas: Schemas): void {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<Function, readonly Rule[]> };
  for (const [{ name: schemaName }, rules] of storage.validationMetadatas) {
    const schema = schemas[schemaName];
    if (!schema || '$ref' in schema) continue;
    for (const { name, propertyName } of rules) {
      const field = schema.properties?.[propertyName];
      if (name !== IS_INT || !field || '$ref' in field) continue;
      for (const number of [field, field.items]) {
        if (!number || '$ref' in number) continue;
        if (number.type === 'number') number.type = 'integer';
        else if (Array.isArray(number.type)) number.type = number.type.map((type) => type.replace('number', 'integer'));
      }
    }
  }
}
