import { TrimmedText } from '@sanxian/shared/http';

export class CancelVolunteerEventRequest {
  /**
   * Everybody who signed up reads it.
   * @example 暴雨，活动改期。
   */
  @TrimmedText(1, 250)
  reason!: string;
}
