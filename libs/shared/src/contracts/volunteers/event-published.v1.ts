import { IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** An activity became visible, and its shifts open for sign-up. */
@EventContract({ type: 'volunteers.event-published.v1', topic: 'sanxian.volunteers', aggregate: 'volunteer-event' })
export class EventPublished {
  static readonly example: Fields<EventPublished> = {
    eventId: '018f2d4e-7c1a-7000-8000-000000000004',
    title: '普及急救知识惠基层',
    kind: 'theme-day',
    area: '331102103',
    startsAt: '2026-11-23T08:00:00.000Z',
    endsAt: '2026-11-23T12:00:00.000Z',
    branchId: '018f2d4e-7c1a-7000-8000-000000000005',
  };

  @IsUUID()
  eventId!: string;

  @IsString()
  @MaxLength(200)
  title!: string;

  @IsString()
  @MaxLength(40)
  kind!: string;

  /** GB/T 2260 code. */
  @IsString()
  @MaxLength(9)
  area!: string;

  @IsISO8601({ strict: true })
  startsAt!: string;

  @IsISO8601({ strict: true })
  endsAt!: string;

  @IsUUID()
  branchId!: string;
}
