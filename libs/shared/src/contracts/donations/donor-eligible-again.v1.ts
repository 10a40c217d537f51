import { IsIn, IsISO8601, IsUUID, Matches } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/**
 * The day has come from which a donor may give again, as far as records and the pre-screen rules tell. Announced once per
 * donor, product and day, of donors with an active intent and the consent to contact alone.
 */
@EventContract({ type: 'donations.donor-eligible-again.v1', topic: 'sanxian.donations', aggregate: 'blood-donor' })
export class DonorEligibleAgain {
  static readonly example: Fields<DonorEligibleAgain> = {
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    intentId: '018f2d4e-7c1a-7000-8000-000000000002',
    product: 'whole-blood',
    eligibleFrom: '2026-11-23',
    announcedAt: '2026-11-23T01:00:00.000Z',
  };

  @IsUUID()
  personId!: string;

  /** The active intent for which the donor is told. */
  @IsUUID()
  intentId!: string;

  @IsIn(['whole-blood', 'platelets'])
  product!: 'whole-blood' | 'platelets';

  /** The day in Asia/Shanghai. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  eligibleFrom!: string;

  @IsISO8601({ strict: true })
  announcedAt!: string;
}
