import { IsISO8601, IsIn, IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A donation of blood was put on record. On which day it was given stays where it is. */
@EventContract({ type: 'donations.donation-recorded.v1', topic: 'sanxian.donations', aggregate: 'donation-record' })
export class DonationRecorded {
  static readonly example: Fields<DonationRecorded> = {
    recordId: '018f2d4e-7c1a-7000-8000-000000000003',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    product: 'whole-blood',
    source: 'self-reported',
    recordedAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  recordId!: string;

  @IsUUID()
  personId!: string;

  @IsIn(['whole-blood', 'platelets', 'plasma'])
  product!: 'whole-blood' | 'platelets' | 'plasma';

  @IsIn(['self-reported', 'entered-by-coordinator'])
  source!: 'self-reported' | 'entered-by-coordinator';

  @IsISO8601({ strict: true })
  recordedAt!: string;
}
