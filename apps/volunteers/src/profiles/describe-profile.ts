import { maskName, maskPhone, type PersonKey } from '@sanxian/shared/security';
import type { GrantedSkill } from '../skills/granted-skill.entity.js';
import type { Guardian } from './guardian.dto.js';
import type { HomePoint } from './home.dto.js';
import type { MaskedGuardian, SkillCertificate, VolunteerProfileResponse } from './volunteer-profile.dto.js';
import type { VolunteerProfile } from './volunteer-profile.entity.js';

const guardianField = 'volunteer-profile.guardian';

export function sealGuardian({ name, phone }: Guardian, key: PersonKey): string {
  return key.seal(guardianField, JSON.stringify({ name, phone }));
}

const homeField = 'volunteer-profile.home';

export const sealHome = ({ lat, lng }: HomePoint, key: PersonKey): string =>
  key.seal(homeField, JSON.stringify([lat, lng]));

export function openHome(sealed: string, key: PersonKey): HomePoint {
  const [lat, lng] = JSON.parse(key.open(homeField, sealed)) as [number, number];
  return { lat, lng };
}

/** Kilometres from home, for whoever does not say. */
export const usualRadiusKm = 20;

/** @param key null when the person's key is gone: what it sealed is then gone, too */
export function describeProfile(
  profile: VolunteerProfile,
  granted: readonly GrantedSkill[],
  key: PersonKey | null,
): VolunteerProfileResponse {
  const { id, personId, skills, languages, area, availability, sealedGuardian, registeredAt, version } = profile;
  const guardian = key && sealedGuardian ? openGuardian(sealedGuardian, key) : null;
  const certificates = granted.map(describeCertificate);
  const home = key && profile.sealedHome ? openHome(profile.sealedHome, key) : null;
  return {
    ...{ id, personId, skills, certificates, languages, area, availability, guardian, home, registeredAt, version },
    availabilityExceptions: profile.availabilityExceptions ?? [],
    radiusKm: profile.radiusKm ?? usualRadiusKm,
    hoursPerWeek: profile.hoursPerWeek,
    roleWishes: profile.roleWishes ?? [],
  };
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
