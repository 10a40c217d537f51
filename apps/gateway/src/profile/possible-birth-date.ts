import { Refusal } from '@sanxian/shared/contracts';
import { gatewayProblems } from '../problems.js';

const earliestBirthDate = '1900-01-01';

/**
 * For a birth date that was typed, `YYYY-MM-DD`, or nothing.
 * @throws Refusal `birth-date-not-possible`
 */
export function assertPossibleBirthDate(birthDate: string | null | undefined, today: string): void {
  if (birthDate && (birthDate < earliestBirthDate || birthDate > today)) {
    throw new Refusal(gatewayProblems['birth-date-not-possible']);
  }
}
