import { createHash } from 'node:crypto';
import { type Language, languages, type Purpose } from '@sanxian/shared/contracts';
import { bloodContactTexts } from './blood-contact.js';
import type { ConsentText } from './consent-text.js';
import { organRegistrationTexts } from './organ-registration.js';
import { photoPublicationTexts } from './photo-publication.js';
import { stemCellRegistryTexts } from './stem-cell-registry.js';
import { volunteerServiceTexts } from './volunteer-service.js';

/** Every wording there ever was, oldest first; the last of a purpose is in force. */
export const consentTexts: Readonly<Record<Purpose, readonly ConsentText[]>> = {
  'blood-contact': bloodContactTexts,
  'stem-cell-registry': stemCellRegistryTexts,
  'organ-registration': organRegistrationTexts,
  'volunteer-service': volunteerServiceTexts,
  'photo-publication': photoPublicationTexts,
};

export function currentConsentText(purpose: Purpose): ConsentText {
  const current = consentTexts[purpose].at(-1);
  if (!current) throw new Error(`There is no consent text for ${purpose}`);
  return current;
}

/** SHA-256 of the text as it was shown, in hexadecimal: the ledger's proof of the wording. */
export function hashOfConsentText(text: ConsentText, language: Language): string {
  return createHash('sha256').update(text.text[language], 'utf8').digest('hex');
}

/**
 * The language a wording was read in, by its hash alone.
 * @throws Error when no published wording has the hash: somebody edited one, or the ledger
 */
export function languageOfHash(purpose: Purpose, hash: string): Language {
  for (const text of consentTexts[purpose]) {
    const language = languages.find((candidate) => hashOfConsentText(text, candidate) === hash);
    if (language) return language;
  }
  throw new Error(`No published wording of ${purpose} has the hash ${hash}`);
}
