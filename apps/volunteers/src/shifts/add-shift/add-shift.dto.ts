import { TrimmedText } from '@sanxian/shared/http';
import { ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { longestEventDays } from '../../events/event-kinds.js';
import { IsAfter } from '../../fields/is-after.js';
import { IsAtLeast } from '../../fields/is-at-least.js';
import { IsPlannedTime } from '../../fields/is-planned-time.js';
import { type SkillCode, skillCodes } from '../../skills/skill-catalogue.js';

const mostSeats = 10_000;

export class AddShiftRequest {
  /**
   * What people do there.
   * @example 急救培训助手
   */
  @TrimmedText(1, 50)
  role!: string;

  /** Within the event. */
  @IsPlannedTime()
  startsAt!: string;

  @IsPlannedTime()
  @IsAfter('startsAt', longestEventDays)
  endsAt!: string;

  /**
   * Fewer people than this, and the work cannot be done.
   * @example 2
   */
  @IsInt()
  @Min(1)
  @Max(mostSeats)
  min!: number;

  /** @example 8 */
  @IsInt()
  @Min(1)
  @Max(mostSeats)
  @IsAtLeast('min')
  max!: number;

  /**
   * Codes of the skill catalogue; everybody in the shift has all of them.
   * @example ['first-aider']
   */
  @IsArray()
  @ArrayUnique()
  @IsIn(skillCodes, { each: true })
  requiredSkills!: SkillCode[];

  /**
   * Nice to have: it decides between people who have all that is required.
   * @example ['nurse']
   */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(skillCodes, { each: true })
  preferredSkills?: SkillCode[] | null;

  /**
   * Stars that a volunteer better has.
   * @example 0
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(5)
  minStar?: number | null;
}
