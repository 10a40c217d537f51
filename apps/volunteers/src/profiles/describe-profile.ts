import { maskName, maskPhone, type PersonKey } from '@sanxian/shared/security';
import type { GrantedSkill } from '../skills/granted-skill.entity.js';
import type { Guardian } from './guardian.dto.js';
import type { MaskedGuardian, SkillCertificate, VolunteerProfileResponse } from './volunteer-profile.dto.js';
import type { VolunteerProfile } from './volunteer-profile.entity.js';

const guardianField = 'volunteer-profile.guardian';

export function sealGuardian({ name, phone }: Guardian, key: PersonKey): string {
  return key.seal(guardianField, JSON.stringify({ name, phone }));
}

/** @param key null when the person's key is gone: what it sealed is then gone, too */
export function describeProfile(
  profile: VolunteerProfile,
  granted: readonly GrantedSkill[],
  key: PersonKey | null,
): VolunteerProfileResponse {
  const { id, personId, skills, languages, area, availability, sealedGuardian, registeredAt, version } = profile;
  const guardian = key && sealedGuardian ? openGuardian(sealedGuardian, key) : null;
  const certificates = granted.map(describeCertificate);
  return { id, personId, skills, certificates, languages, area, availability, guardian, registeredAt, version };
}

const describeCertificate = ({ skill, issuedOn, expiresOn }: GrantedSkill): SkillCertificate => ({
  skill,
  issuedOn,
  expiresOn,
});

function openGuardian(sealed: string, key: PersonKey): MaskedGuardian {
  const { name, phone } = JSON.parse(key.open(guardianField, sealed)) as Guardian;
  return { name: maskName(name), phone: maskPhone(phone) };
}
