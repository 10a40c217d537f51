import type { SkillCode } from '../skills/skill-catalogue.js';

export class ShiftResponse {
  id!: string;

  eventId!: string;

  /**
   * What people do there, in the coordinator's words.
   * @example 急救培训助手
   */
  role!: string;

  startsAt!: Date;

  endsAt!: Date;

  /**
   * Fewer people than this, and the work cannot be done.
   * @example 2
   */
  min!: number;

  /** @example 8 */
  max!: number;

  /**
   * All of them are needed.
   * @example ['first-aider']
   */
  requiredSkills!: SkillCode[];

  /**
   * Nice to have.
   * @example ['nurse']
   */
  preferredSkills!: SkillCode[];

  /**
   * Stars that a volunteer better has, 0 to 5.
   * @example 0
   */
  minStar!: number;

  confirmed!: number;

  waiting!: number;

  /** @example 7 */
  freeSeats!: number;

  version!: number;
}
