import type { BlindIndex } from '@sanxian/shared/security';

/** What finds the account of a phone without the phone. */
export function phoneIndexOf(blindIndex: BlindIndex, phone: string): string {
  return blindIndex.of('phone', phone);
}
