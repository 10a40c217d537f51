import { maskName, maskPhone, type PersonKey } from '@sanxian/shared/security';
import type { StemCellContact } from './stem-cell-contact.dto.js';
import type { MaskedStemCellContact, StemCellIntentResponse } from './stem-cell-intent.dto.js';
import type { StemCellIntent } from './stem-cell-intent.entity.js';

const contactsField = 'stem-cell-intent.contacts';

export function sealContacts(contacts: readonly StemCellContact[], key: PersonKey): string {
  const plain = contacts.map(({ name, relation, phone }) => ({ name, relation, phone }));
  return key.seal(contactsField, JSON.stringify(plain));
}

/** @param key null when the person's key is gone: what it sealed is then gone, too */
export function describeIntent(intent: StemCellIntent, key: PersonKey | null, now: Date): StemCellIntentResponse {
  const { id, stage, area, consentTextVersion, registeredAt, coolingOffEndsAt, withdrawnAt, version } = intent;
  return {
    id,
    stage,
    area,
    contacts: key && intent.sealedContacts ? openContacts(intent.sealedContacts, key) : [],
    consentTextVersion,
    registeredAt,
    coolingOffEndsAt,
    isInCoolingOff: intent.isInCoolingOff(now),
    withdrawnAt,
    version,
  };
}

function openContacts(sealed: string, key: PersonKey): MaskedStemCellContact[] {
  const contacts = JSON.parse(key.open(contactsField, sealed)) as StemCellContact[];
  return contacts.map(({ name, relation, phone }) => ({ name: maskName(name), relation, phone: maskPhone(phone) }));
}
