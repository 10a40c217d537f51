import type { CalendarDate } from './calendar-dates.js';

/** No county has this code, so the numbers are nobody's. */
const unassignedArea = '331199';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * A number of the form of GB 11643 that belongs to nobody.
 * @param serial odd for men, up to 999
 */
export function residentIdOf(birthDate: CalendarDate, serial: number): string {
  const digits = unassignedArea + birthDate.replaceAll('-', '') + String(serial).padStart(3, '0');
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + checkCharacters.charAt(sum % 11);
}
