import { IsPhone, TrimmedText } from '@sanxian/shared/http';

/** Who answers for a volunteer under age. */
export class Guardian {
  @TrimmedText(1, 50)
  name!: string;

  @IsPhone()
  phone!: string;
}
