import { TrimmedText } from '@sanxian/shared/http';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { AreLanguages } from '../profiles/are-languages.js';

/** What an event says of the people who are to help. */
export class EventStaffing {
  /**
   * Accident cover for those who help, insurer and policy number; a high risk takes nobody before it is there.
   * @example 人保财险 PEAC202633110000
   */
  @IsOptional()
  @TrimmedText(1, 100)
  insurance?: string | null;

  /**
   * How much a filled seat counts when seats compete for people, 1 to 9.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  priority?: number | null;

  /**
   * Whoever speaks one of them is welcome; none for any.
   * @example ['zh', 'shx']
   */
  @IsOptional()
  @AreLanguages()
  languages?: string[] | null;
}
