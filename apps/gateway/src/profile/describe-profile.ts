import { maskPhone } from '@sanxian/shared/security';
import type { MyProfileResponse } from './profile.dto.js';
import type { Profile, ProfileDetails } from './profile.entity.js';
import { maskResidentId } from '../resident-id/mask-resident-id.policy.js';

/** The profile as its own person sees it. */
export function describeProfile({ id, version }: Profile, details: ProfileDetails): MyProfileResponse {
  const { displayName, language, birthDate, sex, area, phone, residentId } = details;
  return {
    id,
    displayName,
    language,
    birthDate,
    sex,
    area,
    phone: phone === null ? null : maskPhone(phone),
    residentId: residentId === null ? null : maskResidentId(residentId),
    version,
  };
}
