import { IsAreaCode, TrimmedText } from '@sanxian/shared/http';
import { IsNumber, Max, Min, ValidateIf } from 'class-validator';

const hasPoint = ({ lat, lng }: EventPlace): boolean => lat != null || lng != null;

export class EventPlace {
  /** @example 白云社区 */
  @TrimmedText(1, 100)
  name!: string;

  @IsAreaCode()
  area!: string;

  /**
   * Degrees (WGS 84), kept to a millionth; comes with `lng`.
   * @example 28.451747
   */
  @ValidateIf(hasPoint)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number | null;

  /** @example 119.923098 */
  @ValidateIf(hasPoint)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number | null;
}
