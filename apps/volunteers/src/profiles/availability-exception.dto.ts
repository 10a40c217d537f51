import { IsCalendarDate } from '@sanxian/shared/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { DailyWindow } from './availability.dto.js';

/** A day that is unlike the usual week. */
export class AvailabilityException {
  /** In Asia/Shanghai. */
  @IsCalendarDate()
  date!: string;

  /** Free times of that day, instead of the usual; none when the volunteer is away. */
  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => DailyWindow)
  windows!: DailyWindow[];
}
