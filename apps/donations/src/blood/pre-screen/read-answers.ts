import { type CalendarDate, isCalendarDate } from './calendar-date.js';
import type { Answer, PreScreenInput } from './pre-screen.js';
import type { RuleSet } from './rule-set.js';

export interface InputError {
  /** `answers.oral-care`, `history[0].donatedOn`. */
  path: string;
  code: 'unknown-fact' | 'is-answer' | 'is-date' | 'after-on-date';
}

/** Understands raw JSON as answers to the questions of a rule set. */
export function readAnswers(
  ruleSet: RuleSet,
  raw: Readonly<Record<string, unknown>>,
): { answers: Map<string, Answer>; errors: InputError[] } {
  const known = new Set(ruleSet.facts.map(({ fact }) => fact));
  const answers = new Map<string, Answer>();
  const errors: InputError[] = [];
  for (const [fact, value] of Object.entries(raw)) {
    const answer = known.has(fact) ? readAnswer(value) : 'unknown-fact';
    if (typeof answer === 'object') answers.set(fact, answer);
    else errors.push({ path: answer === 'is-date' ? `answers.${fact}.on` : `answers.${fact}`, code: answer });
  }
  return { answers, errors };
}

/** Nothing somebody tells can lie after the day they ask about. */
export function findLateDates({ onDate, person, history, answers }: PreScreenInput): InputError[] {
  const dates: [string, CalendarDate | null][] = [
    ['person.birthDate', person.birthDate],
    ...history.map(({ donatedOn }, index): [string, CalendarDate | null] => [`history[${index}].donatedOn`, donatedOn]),
    ...[...answers].map(([fact, answer]): [string, CalendarDate | null] => [
      `answers.${fact}.on`,
      'on' in answer ? answer.on : null,
    ]),
  ];
  return dates
    .filter(([, date]) => date !== null && date > onDate)
    .map(([path]) => ({ path, code: 'after-on-date' as const }));
}

function readAnswer(raw: unknown): Answer | 'is-answer' | 'is-date' {
  if (typeof raw !== 'object' || raw === null || Object.keys(raw).length !== 1) return 'is-answer';
  if ('on' in raw) return isCalendarDate(raw.on) ? { on: raw.on } : 'is-date';
  if (!('value' in raw)) return 'is-answer';
  const { value } = raw;
  return value === 'yes' || value === 'no' || value === 'unknown' ? { value } : 'is-answer';
}
