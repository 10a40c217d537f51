import type { CalendarLinkResponse } from './calendar-link.dto.js';
import type { CalendarLink } from './calendar-link.entity.js';

export const describeCalendarLink = ({ id, createdAt, version }: CalendarLink): CalendarLinkResponse => ({
  id,
  createdAt,
  version,
});
