import { IsISO8601, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person said that they want to give blood. */
@EventContract({ type: 'donations.blood-intent-registered.v1', topic: 'sanxian.donations', aggregate: 'blood-intent' })
export class BloodIntentRegistered {
  static readonly example: Fields<BloodIntentRegistered> = {
    intentId: '018f2d4e-7c1a-7000-8000-000000000002',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    product: 'whole-blood',
    area: '331102',
    registeredAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  intentId!: string;

  @IsUUID()
  personId!: string;

  @IsIn(['whole-blood', 'platelets'])
  product!: 'whole-blood' | 'platelets';

  /** GB/T 2260 code. */
  @IsString()
  @MaxLength(9)
  area!: string;

  @IsISO8601({ strict: true })
  registeredAt!: string;
}
