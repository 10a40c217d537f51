import { IsPhone, TrimmedText } from '@sanxian/shared/http';

/** Who answers for a volunteer under age, and agrees that they help. */
export class Guardian {
  /** @example 林建国 */
  @TrimmedText(1, 50)
  name!: string;

  @IsPhone()
  phone!: string;
}
