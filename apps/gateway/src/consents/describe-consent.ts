import type { Language, Purpose } from '@sanxian/shared/contracts';
import { askAgainAfter, mayAsk } from './ask-again.policy.js';
import type { ConsentResponse } from './consent.dto.js';
import type { ConsentEntry } from './consent-entry.entity.js';
import { currentConsentText, hashOfConsentText } from './texts/consent-texts.js';

interface Reading {
  readonly language: Language;
  readonly now: Date;
}

export function describeConsent(
  purpose: Purpose,
  entry: ConsentEntry | undefined,
  { language, now }: Reading,
): ConsentResponse {
  const current = currentConsentText(purpose);
  return {
    purpose,
    state: entry?.state ?? 'not-asked',
    textVersion: entry?.textVersion ?? null,
    currentTextVersion: current.version,
    text: current.text[language],
    textHash: hashOfConsentText(current, language),
    changedAt: entry?.at.toISOString() ?? null,
    askAgainAfter: askAgainAfter(entry)?.toISOString() ?? null,
    mayAsk: mayAsk(entry, current.version, now),
  };
}
