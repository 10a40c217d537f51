import { IsISO8601, IsIn, IsUUID } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person took a blood intent back. */
@EventContract({ type: 'donations.blood-intent-withdrawn.v1', topic: 'sanxian.donations', aggregate: 'blood-intent' })
export class BloodIntentWithdrawn {
  static readonly example: Fields<BloodIntentWithdrawn> = {
    intentId: '018f2d4e-7c1a-7000-8000-000000000002',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    product: 'whole-blood',
    withdrawnAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  intentId!: string;

  @IsUUID()
  personId!: string;

  @IsIn(['whole-blood', 'platelets'])
  product!: 'whole-blood' | 'platelets';

  @IsISO8601({ strict: true })
  withdrawnAt!: string;
}
