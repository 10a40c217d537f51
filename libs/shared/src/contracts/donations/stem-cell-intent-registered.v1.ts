import { IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person said that they want to join the stem cell registry. */
@EventContract({
  type: 'donations.stem-cell-intent-registered.v1',
  topic: 'sanxian.donations',
  aggregate: 'stem-cell-intent',
})
export class StemCellIntentRegistered {
  static readonly example: Fields<StemCellIntentRegistered> = {
    intentId: '018f2d4e-7c1a-7000-8000-000000000021',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    area: '331102',
    registeredAt: '2026-11-23T08:00:00.000Z',
    coolingOffEndsAt: '2026-11-30T08:00:00.000Z',
  };

  @IsUUID()
  intentId!: string;

  @IsUUID()
  personId!: string;

  /** GB/T 2260 code. */
  @IsString()
  @MaxLength(9)
  area!: string;

  @IsISO8601({ strict: true })
  registeredAt!: string;

  /** Until then nothing about the intent is passed on to anybody. */
  @IsISO8601({ strict: true })
  coolingOffEndsAt!: string;
}
