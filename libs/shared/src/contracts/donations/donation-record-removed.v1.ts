import { IsISO8601, IsIn, IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A donation record was taken back as a mistake: it no longer counts. */
@EventContract({
  type: 'donations.donation-record-removed.v1',
  topic: 'sanxian.donations',
  aggregate: 'donation-record',
})
export class DonationRecordRemoved {
  static readonly example: Fields<DonationRecordRemoved> = {
    recordId: '018f2d4e-7c1a-7000-8000-000000000003',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    product: 'whole-blood',
    removedAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  recordId!: string;

  @IsUUID()
  personId!: string;

  @IsIn(['whole-blood', 'platelets', 'plasma'])
  product!: 'whole-blood' | 'platelets' | 'plasma';

  @IsISO8601({ strict: true })
  removedAt!: string;
}
