import { IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person offers their time as a volunteer. */
@EventContract({
  type: 'volunteers.volunteer-registered.v1',
  topic: 'sanxian.volunteers',
  aggregate: 'volunteer-profile',
})
export class VolunteerRegistered {
  static readonly example: Fields<VolunteerRegistered> = {
    profileId: '018f2d4e-7c1a-7000-8000-000000000003',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    area: '331102',
  };

  @IsUUID()
  profileId!: string;

  @IsUUID()
  personId!: string;

  /** GB/T 2260 code. */
  @IsString()
  @MaxLength(9)
  area!: string;
}
