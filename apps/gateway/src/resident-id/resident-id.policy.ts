import { checkDigitOf } from './check-digit.policy.js';

export type ResidentIdKind =
  | 'resident'
  | 'hong-kong-macao-taiwan-resident'
  | 'foreign-permanent-resident'
  | 'foreign-permanent-resident-before-2023';

/** What a number tells of its person; null where it does not tell for certain. */
export interface ToldFacts {
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
}

export interface ResidentId extends ToldFacts {
  /** In capital letters, without spaces. */
  readonly number: string;
  readonly kind: ResidentIdKind;
}

export type ResidentIdMistake = 'shape' | 'check-digit' | 'birth-date';

/** Six digits of place or origin, birth date, serial, check digit: the same places on all cards of 18 characters. */
const shapeOf18 = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;

/** Three letters of nationality and twelve digits: cards for foreigners given out before 2023-12-01, still valid. */
const shapeOf15 = /^[A-Z]{3}\d{12}$/;

/** GB 11643-1999 explains itself with people born in 1880, so earlier years are typing mistakes and later ones need not be. */
const earliestBirthDate = '1880-01-01';

/** What people type between the groups of a number, or get from a full-width keyboard, goes. */
export function normalizeResidentId(written: string): string {
  return written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Reads the number of a resident identity card (GB 11643-1999), of a residence permit for people from Hong Kong, Macao and
 * Taiwan (the same with the places 810000, 820000, 830000), or of a foreigner's permanent residence card. The new one of
 * those (from 2023-12-01) is 9, two digits of province, three of country, and then the same birth date, serial (odd: male)
 * and check digit. Of the old one, sources disagree about what its twelve digits mean: it tells nothing here.
 *
 * Places are not looked up: codes are retired, and numbers with them stay.
 * @param number as `normalizeResidentId` gives it
 * @param today `YYYY-MM-DD`
 */
export function readResidentId(number: string, today: string): ResidentId | ResidentIdMistake {
  if (shapeOf15.test(number)) return { number, kind: 'foreign-permanent-resident-before-2023', ...toldBy(number) };
  if (!shapeOf18.test(number)) return 'shape';
  if (checkDigitOf(number) !== number.at(-1)) return 'check-digit';
  const { birthDate, sex } = toldBy(number);
  if (!isRealDate(birthDate) || birthDate < earliestBirthDate || birthDate > today) return 'birth-date';
  return { number, kind: kindOf(number), birthDate, sex };
}

/** @param number one that `readResidentId` has found in order */
export function toldBy(number: string): ToldFacts {
  const [, year, month, day, order] = shapeOf18.exec(number) ?? [];
  if (order === undefined) return { birthDate: null, sex: null };
  return { birthDate: `${year}-${month}-${day}`, sex: Number(order) % 2 === 1 ? 'male' : 'female' };
}

function kindOf(number: string): ResidentIdKind {
  if (number.startsWith('9')) return 'foreign-permanent-resident';
  return /^8[123]0000/.test(number) ? 'hong-kong-macao-taiwan-resident' : 'resident';
}

function isRealDate(date: string | null): date is string {
  const day = new Date(`${date}T00:00:00Z`);
  // Date rolls 30 February over into March: only a day that survives the round trip exists.
  return date !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
