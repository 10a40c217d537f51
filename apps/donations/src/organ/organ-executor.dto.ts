import { IsPhone, TrimmedText } from '@sanxian/shared/http';
import { IsOptional } from 'class-validator';

/** Who sees to it that the body goes where the person wished. */
export class OrganExecutor {
  /** @example 王小明 */
  @TrimmedText(1, 50)
  name!: string;

  @IsPhone()
  phone!: string;

  /**
   * In the person's own words.
   * @example 女儿
   */
  @IsOptional()
  @TrimmedText(1, 20)
  relation?: string | null;
}
