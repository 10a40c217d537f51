import { IsOptional, IsString, Length } from 'class-validator';
import { ListQuery } from '../../lists/list-query.dto.js';
import { DeadLetterResponse } from '../dead-letter.dto.js';

export class ListDeadLettersQuery extends ListQuery {
  /** Of this use case alone. */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  consumer?: string;
}

export class DeadLetterPageResponse {
  items!: DeadLetterResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
