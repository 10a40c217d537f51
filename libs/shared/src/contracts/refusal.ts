import type { ProblemType } from './problem-type.js';

/** A mistake in one field of the request. */
export interface FieldError {
  /** `person.birthDate`, `contacts[1].phone`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface RefusalOptions {
  /** Tells the client when asking again makes sense. */
  readonly retryAfterSeconds?: number;
}

/** An expected "no", told to the client as a problem document. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly problem: ProblemType,
    readonly parameters: Readonly<Record<string, string | number>> = {},
    readonly errors: readonly FieldError[] = [],
    readonly options: RefusalOptions = {},
  ) {
    super(problem.code);
  }
}
