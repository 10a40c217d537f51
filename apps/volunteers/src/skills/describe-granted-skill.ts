import type { PersonKey } from '@sanxian/shared/security';
import type { GrantedSkillResponse } from './granted-skill.dto.js';
import type { GrantedSkill } from './granted-skill.entity.js';

const numberField = 'granted-skill.certificate-number';

export const sealCertificateNumber = (number: string, key: PersonKey): string => key.seal(numberField, number);

/** @param key null when the person's key is gone: what it sealed is then gone, too */
export function describeGrantedSkill(granted: GrantedSkill, key: PersonKey | null): GrantedSkillResponse {
  const { id, profileId, personId, skill, issuedOn, expiresOn, sealedCertificateNumber, grantedAt, version } = granted;
  const number = key && sealedCertificateNumber ? mask(key.open(numberField, sealedCertificateNumber)) : null;
  return { id, profileId, personId, skill, issuedOn, expiresOn, certificateNumber: number, grantedAt, version };
}

/** Of a number too short to hide anything in, nothing is shown. */
const mask = (number: string): string => `****${number.length < 8 ? '' : number.slice(-4)}`;
