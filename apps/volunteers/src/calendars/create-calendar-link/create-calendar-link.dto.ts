import { CalendarLinkResponse } from '../calendar-link.dto.js';

export class NewCalendarLinkResponse extends CalendarLinkResponse {
  /**
   * For the calendar program. It is shown this once; whoever knows it can read the calendar.
   * @example /api/v1/volunteers/calendars/pQ3xq8Vd0Jm2sT7uYw1zA4bC6eF9gH5iK8lN0oR3tXU.ics
   */
  url!: string;
}
