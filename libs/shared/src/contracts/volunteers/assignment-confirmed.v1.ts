import { IsISO8601, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person has a seat in a shift. */
@EventContract({ type: 'volunteers.assignment-confirmed.v1', topic: 'sanxian.volunteers', aggregate: 'shift' })
export class AssignmentConfirmed {
  static readonly example: Fields<AssignmentConfirmed> = {
    signUpId: '018f2d4e-7c1a-7000-8000-000000000006',
    shiftId: '018f2d4e-7c1a-7000-8000-000000000007',
    eventId: '018f2d4e-7c1a-7000-8000-000000000004',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    via: 'sign-up',
    eventTitle: '普及急救知识惠基层',
    placeName: '老竹镇新屋村',
    role: '急救培训',
    startsAt: '2026-11-23T08:00:00.000Z',
    endsAt: '2026-11-23T12:00:00.000Z',
  };

  @IsUUID()
  signUpId!: string;

  @IsUUID()
  shiftId!: string;

  @IsUUID()
  eventId!: string;

  @IsUUID()
  personId!: string;

  @IsIn(['sign-up', 'promotion', 'coordinator'])
  via!: 'sign-up' | 'promotion' | 'coordinator';

  @IsString()
  @MaxLength(200)
  eventTitle!: string;

  @IsString()
  @MaxLength(200)
  placeName!: string;

  @IsString()
  @MaxLength(100)
  role!: string;

  @IsISO8601({ strict: true })
  startsAt!: string;

  @IsISO8601({ strict: true })
  endsAt!: string;
}
