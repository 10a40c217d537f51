import { maskPhone, type PersonDetails } from '@sanxian/shared/security';
import type { MyProfileResponse } from './profile.dto.js';
import type { Profile } from './profile.entity.js';

/** The profile as its own person sees it. */
export function describeProfile({ id, version }: Profile, details: PersonDetails): MyProfileResponse {
  const { displayName, language, birthDate, sex, area, phone } = details;
  return { id, displayName, language, birthDate, sex, area, phone: phone === null ? null : maskPhone(phone), version };
}
