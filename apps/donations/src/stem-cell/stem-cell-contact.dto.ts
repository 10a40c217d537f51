import { IsPhone, TrimmedText } from '@sanxian/shared/http';

/** A relative or friend who can be asked when the person cannot be reached. */
export class StemCellContact {
  /** @example 王小明 */
  @TrimmedText(1, 50)
  name!: string;

  /**
   * In the person's own words.
   * @example 姐姐
   */
  @TrimmedText(1, 20)
  relation!: string;

  @IsPhone()
  phone!: string;
}
