const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** The 18th character to 17 digits: ISO 7064 MOD 11-2, as GB 11643-1999 section 5.1 has it. */
export function checkDigitOf(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return checkDigits.charAt(sum % 11);
}
