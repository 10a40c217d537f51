import { IsISO8601, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import type { ConsentApplied } from '../consent-applied.js';
import { EventContract, type Fields } from '../event-contract.js';
import { purposes, type Purpose } from '../purpose.js';

/** Volunteers acts by what a person last said about a purpose. */
@EventContract({ type: 'volunteers.consent-applied.v1', topic: 'sanxian.volunteers', aggregate: 'consent' })
export class VolunteersConsentApplied implements ConsentApplied {
  static readonly example: Fields<VolunteersConsentApplied> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    purpose: 'blood-contact',
    state: 'withdrawn',
    identityVersion: 3,
    appliedAt: '2026-11-23T08:00:00.250Z',
  };

  @IsUUID()
  personId!: string;

  @IsIn(purposes)
  purpose!: Purpose;

  @IsIn(['granted', 'withdrawn'])
  state!: 'granted' | 'withdrawn';

  /** The version of the account with the change that was applied; also the version of this event. */
  @IsInt()
  @Min(1)
  identityVersion!: number;

  @IsISO8601({ strict: true })
  appliedAt!: string;
}
