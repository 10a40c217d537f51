import type { Language } from '@sanxian/shared/contracts';

/**
 * One wording a person can agree to. A published wording is never edited: a change is a new version at the end of its
 * list, because the ledger keeps the version and the hash of what was shown.
 */
export interface ConsentText {
  readonly version: string;
  readonly text: Readonly<Record<Language, string>>;
}
