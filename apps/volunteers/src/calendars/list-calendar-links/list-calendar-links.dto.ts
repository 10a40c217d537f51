import type { CalendarLinkResponse } from '../calendar-link.dto.js';

export class CalendarLinkList {
  /** The oldest first. Their addresses are not kept, and so not shown. */
  items!: CalendarLinkResponse[];
}
