import { IsISO8601, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';
import { purposes, type Purpose } from '../purpose.js';

/** A person allows one use of their data. */
@EventContract({ type: 'identity.consent-granted.v1', topic: 'sanxian.identity', aggregate: 'account' })
export class ConsentGranted {
  static readonly example: Fields<ConsentGranted> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    purpose: 'blood-contact',
    textVersion: '2026-11',
    grantedAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  personId!: string;

  @IsIn(purposes)
  purpose!: Purpose;

  /** Which wording the person agreed to. */
  @IsString()
  @MaxLength(40)
  textVersion!: string;

  @IsISO8601({ strict: true })
  grantedAt!: string;
}
