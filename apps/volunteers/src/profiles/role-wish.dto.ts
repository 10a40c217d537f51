import { TrimmedText } from '@sanxian/shared/http';
import { IsInt, Max, Min } from 'class-validator';

/** How much a volunteer would like to do something. */
export class RoleWish {
  /**
   * As shifts name it.
   * @example 急救培训助手
   */
  @TrimmedText(1, 50)
  role!: string;

  /**
   * 0 for not at all, 5 for very much.
   * @example 4
   */
  @IsInt()
  @Min(0)
  @Max(5)
  wish!: number;
}
