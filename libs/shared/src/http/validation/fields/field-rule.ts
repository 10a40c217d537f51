import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { Texts } from '../../../contracts/language.js';

/** What a reader is told about a field: a stable code and one sentence per language. `{0}`, `{1}` are the rule's parameters. */
export interface FieldText extends Texts {
  readonly code: string;
}

/**
 * A rule for one DTO field that brings its own code and sentences, so that nothing has to be listed elsewhere.
 * @param holds must take any JSON value and never throw
 * @param parameters fill `{0}`, `{1}` in the sentences
 */
export function FieldRule(
  name: string,
  text: FieldText,
  holds: (value: unknown) => boolean,
  parameters: readonly (string | number)[] = [],
  options: ValidationOptions = {},
): PropertyDecorator {
  return ValidateBy(
    { name, constraints: [...parameters], validator: { validate: holds, defaultMessage: () => text.en } },
    { ...options, context: text },
  );
}
