import { maskName, maskPhone } from '@sanxian/shared/security';
import type { Account } from '../accounts/account.entity.js';
import type { Profile, ProfileDetails } from '../profile/profile.entity.js';
import { maskResidentId } from '../resident-id/mask-resident-id.policy.js';
import type { PersonResponse } from './person.dto.js';

/** @param details null when the person's key is gone: what it sealed is then gone, too */
export function describePerson(
  { id, registeredAt }: Account,
  { version }: Profile,
  details: ProfileDetails | null,
): PersonResponse {
  return {
    id,
    displayName: shown(details?.displayName, maskName),
    birthYear: shown(details?.birthDate, (birthDate) => Number(birthDate.slice(0, 4))),
    area: details?.area ?? null,
    phone: shown(details?.phone, maskPhone),
    residentId: shown(details?.residentId, maskResidentId),
    registeredAt,
    version,
  };
}

function shown<T>(value: string | null | undefined, mask: (value: string) => T): T | null {
  return value === null || value === undefined ? null : mask(value);
}
