import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { inputTexts } from './input-texts.js';
import type { InvalidField } from './invalid-input.js';
import { joinPath } from './storable-json.js';

/**
 * Nested objects where lists are declared and lists where objects are: class-validator looks through lists of any depth, so
 * they would reach handlers whose types say otherwise.
 */
export function misshapenFields(input: object, parent = ''): InvalidField[] {
  return nestedProperties(input).flatMap((property) => {
    const path = joinPath(parent, property);
    const value: unknown = Reflect.get(input, property);
    const isList = Reflect.getMetadata('design:type', input, property) === Array;
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value) !== isList) {
      return [{ path, text: inputTexts[isList ? 'not-a-list' : 'not-an-object'], parameters: [] }];
    }
    const children: readonly unknown[] = isList ? (value as unknown[]) : [value];
    return children.flatMap((child, index) => misshapenChild(child, isList ? joinPath(path, index) : path));
  });
}

function misshapenChild(child: unknown, path: string): InvalidField[] {
  if (Array.isArray(child)) return [{ path, text: inputTexts['not-an-object'], parameters: [] }];
  return typeof child === 'object' && child !== null ? misshapenFields(child, path) : [];
}

function nestedProperties(input: object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(input.constructor, '', false, false);
  const nested = rules.filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  return [...new Set(nested.map(({ propertyName }) => propertyName))];
}
