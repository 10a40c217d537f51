import { IsNumber, Max, Min } from 'class-validator';

/** A point near which the volunteer likes to help; kept sealed, and shown to nobody else. */
export class HomePoint {
  /**
   * Degrees (WGS 84), kept to a millionth.
   * @example 28.451747
   */
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat!: number;

  /** @example 119.923098 */
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng!: number;
}
