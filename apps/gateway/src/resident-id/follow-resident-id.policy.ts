import { toldBy, type ToldFacts } from './resident-id.policy.js';

const fields = ['birthDate', 'sex'] as const;

/**
 * Whether something typed says other than the number does. What a number does not tell is the person's own to say; what it
 * tells cannot be changed or taken back while the number stays.
 */
export function contradicts(typed: Partial<ToldFacts>, number: string): boolean {
  const told = factsToldBy(number);
  return fields.some((field) => field in told && typed[field] !== undefined && typed[field] !== told[field]);
}

/** The fields of a profile that follow from the number, and nothing about those that do not. */
export function factsToldBy(number: string): Partial<ToldFacts> {
  const told = toldBy(number);
  return Object.fromEntries(fields.filter((field) => told[field] !== null).map((field) => [field, told[field]]));
}
