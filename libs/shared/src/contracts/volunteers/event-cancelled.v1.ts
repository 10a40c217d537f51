import { IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A published activity will not take place; every sign-up of it is released by events of its own. */
@EventContract({ type: 'volunteers.event-cancelled.v1', topic: 'sanxian.volunteers', aggregate: 'volunteer-event' })
export class EventCancelled {
  static readonly example: Fields<EventCancelled> = {
    eventId: '018f2d4e-7c1a-7000-8000-000000000004',
    title: '普及急救知识惠基层',
    startsAt: '2026-11-23T08:00:00.000Z',
    reason: '暴雨',
  };

  @IsUUID()
  eventId!: string;

  @IsString()
  @MaxLength(200)
  title!: string;

  @IsISO8601({ strict: true })
  startsAt!: string;

  /** In the words of the coordinator, for everybody. */
  @IsString()
  @MaxLength(500)
  reason!: string;
}
