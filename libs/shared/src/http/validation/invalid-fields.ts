import { getMetadataStorage, type ValidationError } from 'class-validator';
import { joinPath } from './storable-json.js';
import type { FieldText } from './fields/field-rule.js';
import { constraintTexts, inputTexts } from './input-texts.js';
import type { InvalidField } from './invalid-input.js';

/** Rules about the kind of value: when one is broken, bounds and lengths say nothing. */
const kinds: ReadonlySet<string> = new Set(['isString', 'isBoolean', 'isNumber', 'isInt', 'isObject', 'isArray']);

/** What class-validator found, flat: one entry per field and broken rule, in the order of the fields. */
export function invalidFields(errors: readonly ValidationError[], parent = ''): InvalidField[] {
  return errors.flatMap((error) => {
    const path = joinPath(parent, Array.isArray(error.target) ? Number(error.property) : error.property);
    return [...brokenRules(error, path), ...invalidFields(error.children ?? [], path)];
  });
}

function brokenRules(error: ValidationError, path: string): InvalidField[] {
  const names = Object.keys(error.constraints ?? {});
  // A missing field breaks every rule it has; its reader needs to hear one thing.
  if (error.value === undefined && names.some((name) => name in constraintTexts || error.contexts?.[name])) {
    return [{ path, text: inputTexts.required, parameters: [] }];
  }
  const wrongKind = names.filter((name) => kinds.has(name));
  return (wrongKind.length > 0 ? wrongKind : names).map((name) => ({
    path,
    text: (error.contexts?.[name] as FieldText | undefined) ?? constraintTexts[name] ?? inputTexts['not-valid'],
    parameters: parametersOf(error, name),
  }));
}

/** class-validator tells the broken rule's name only; its parameters lie in its own storage. */
function parametersOf(error: ValidationError, rule: string): readonly unknown[] {
  if (!error.target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(error.target.constructor, '', false, false);
  const broken = rules.find((candidate) => candidate.propertyName === error.property && candidate.name === rule);
  return (broken?.constraints as readonly unknown[] | undefined) ?? [];
}
