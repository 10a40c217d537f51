import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Documented } from '../open-api/documented.js';

/** What every list takes. A list with filters extends it. */
export class ListQuery {
  /** How many items at most. */
  @Documented({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** Where to go on: `nextAfter` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  after?: string;
}

/** Query strings carry text only. `Number` alone would also take `1e1`, `0x10` and the empty text. */
function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
}
