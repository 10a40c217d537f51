import type { SkillCode } from '../skills/skill-catalogue.js';

export class ShiftResponse {
  id!: string;

  eventId!: string;

  /** What people do there, in the coordinator's words. */
  role!: string;

  startsAt!: Date;

  endsAt!: Date;

  /** Fewer people than this, and the work cannot be done. */
  min!: number;

  max!: number;

  /** All of them are needed. */
  requiredSkills!: SkillCode[];

  confirmed!: number;

  waiting!: number;

  freeSeats!: number;

  version!: number;
}
