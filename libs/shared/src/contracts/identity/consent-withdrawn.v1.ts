import { IsISO8601, IsIn, IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';
import { purposes, type Purpose } from '../purpose.js';

/** A person takes a permission back; whoever relied on it stops. */
@EventContract({ type: 'identity.consent-withdrawn.v1', topic: 'sanxian.identity', aggregate: 'account' })
export class ConsentWithdrawn {
  static readonly example: Fields<ConsentWithdrawn> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    purpose: 'blood-contact',
    withdrawnAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  personId!: string;

  @IsIn(purposes)
  purpose!: Purpose;

  @IsISO8601({ strict: true })
  withdrawnAt!: string;
}
