import { ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';
import type { Texts } from '../../../contracts/language.js';

/** What a reader is told about a field: a stable code and one sentence per language. `{0}`, `{1}` are the rule's parameters. */
export interface FieldText extends Texts {
  readonly code: string;
}

/**
 * A rule for one DTO field that brings its own code and sentences, so that nothing has to be listed elsewhere.
 * @param holds must take any JSON value and never throw; it may look at the other fields of the object
 * @param parameters fill `{0}`, `{1}` in the sentences
 */
export function FieldRule(
  name: string,
  text: FieldText,
  holds: (value: unknown, given: object) => boolean,
  parameters: readonly (string | number)[] = [],
  options: ValidationOptions = {},
): PropertyDecorator {
  const validate = (value: unknown, given?: ValidationArguments): boolean => holds(value, given?.object ?? {});
  return ValidateBy(
    // Without a message of its own class-validator drops the context, and with it our text.
    { name, constraints: [...parameters], validator: { validate, defaultMessage: () => text.en } },
    { ...options, context: text },
  );
}
