import { TrimmedText } from '@sanxian/shared/http';

export class CancelVolunteerEventRequest {
  /** Everybody who signed up reads it. */
  @TrimmedText(1, 250)
  reason!: string;
}
