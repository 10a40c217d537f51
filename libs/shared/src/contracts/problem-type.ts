import type { Texts } from './language.js';

/** One kind of "no" the API can answer with. */
export interface ProblemType {
  /** Stays as it is once published; clients decide by it. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  readonly title: Texts;
  /** May hold `{name}` placeholders for the parameters of a `Refusal`. */
  readonly detail: Texts;
}

/** Makes a service's table of problems: each is named by its code. */
export function defineProblems<const Code extends string>(
  problems: Readonly<Record<Code, Omit<ProblemType, 'code'>>>,
): Readonly<Record<Code, ProblemType>> {
  const entries = Object.entries<Omit<ProblemType, 'code'>>(problems);
  return Object.fromEntries(entries.map(([code, problem]) => [code, { code, ...problem }])) as Record<
    Code,
    ProblemType
  >;
}
