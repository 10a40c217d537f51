/**
 * `33119919900307049X` → `3311**********049X`. Of an old foreign card only nationality and the last two digits are shown,
 * since nobody knows for certain where in it the birth date lies: `CAN**********03`.
 */
export function maskResidentId(number: string): string {
  const [shownFirst, shownLast] = number.length === 18 ? [4, 4] : [3, 2];
  const hidden = '*'.repeat(number.length - shownFirst - shownLast);
  return number.slice(0, shownFirst) + hidden + number.slice(-shownLast);
}
