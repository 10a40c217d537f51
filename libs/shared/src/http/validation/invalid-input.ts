import type { FieldText } from './fields/field-rule.js';
import { inputTexts } from './input-texts.js';

export interface InvalidField {
  /** `person.birthDate`, `contacts[1].phone`; empty for the request as a whole. */
  readonly path: string;
  readonly text: FieldText;
  /** Fill `{0}`, `{1}` in the sentence. */
  readonly parameters: readonly unknown[];
}

/** The request has the wrong shape. Its sentences are chosen by the problem filter, which knows the reader. */
export class InvalidInput extends Error {
  constructor(readonly fields: readonly InvalidField[]) {
    super('The request has the wrong shape');
    this.name = 'InvalidInput';
  }

  static at(path: string, rule: keyof typeof inputTexts, parameters: readonly unknown[] = []): InvalidInput {
    return new InvalidInput([{ path, text: inputTexts[rule], parameters }]);
  }
}
