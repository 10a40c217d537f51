import type { Language } from '../../contracts/language.js';
import type { ProblemType } from '../../contracts/problem-type.js';
import type { FieldError, Refusal } from '../../contracts/refusal.js';
import { InvalidInput, type InvalidField } from '../validation/invalid-input.js';
import { commonProblems } from './common-problems.js';

/** RFC 9457, with the members every problem of ours has. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked for, without what is secret in it. */
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly errors: readonly FieldError[];
}

export interface Occurrence {
  readonly language: Language;
  readonly path: string;
  readonly traceId: string;
}

export function problemDocument(
  cause: Refusal | InvalidInput,
  { language, path, traceId }: Occurrence,
): ProblemDocument {
  const invalid = cause instanceof InvalidInput;
  const problem: ProblemType = invalid ? commonProblems['invalid-request'] : cause.problem;
  const parameters = invalid ? {} : cause.parameters;
  return {
    type: `urn:sanxian:problem:${problem.code}`,
    title: fill(problem.title[language], parameters),
    status: problem.status,
    detail: fill(problem.detail[language], parameters),
    instance: path,
    code: problem.code,
    traceId,
    errors: invalid ? cause.fields.map((field) => fieldError(field, language)) : cause.errors,
  };
}

function fieldError({ path, text, parameters }: InvalidField, language: Language): FieldError {
  const shown = parameters.map((value) => (Array.isArray(value) ? value.join(', ') : String(value)));
  return { path, code: text.code, message: fill(text[language], Object.fromEntries(shown.entries())) };
}

/** Replaces `{name}`; a name without a value stays as it is, which a test of the text will show. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
