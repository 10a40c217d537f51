import type { Language, Purpose } from '@sanxian/shared/contracts';
import type { ConsentResponse } from './consent.dto.js';
import type { ConsentEntry } from './consent-entry.entity.js';
import { currentConsentText } from './texts/consent-texts.js';

export function describeConsent(
  purpose: Purpose,
  entry: ConsentEntry | undefined,
  language: Language,
): ConsentResponse {
  const current = currentConsentText(purpose);
  return {
    purpose,
    state: entry?.state ?? 'not-asked',
    textVersion: entry?.textVersion ?? null,
    currentTextVersion: current.version,
    text: current.text[language],
    changedAt: entry?.at.toISOString() ?? null,
  };
}
