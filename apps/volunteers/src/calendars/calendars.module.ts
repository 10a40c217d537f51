import { type DynamicModule, Module } from '@nestjs/common';
import { CreateCalendarLinkController } from './create-calendar-link/create-calendar-link.controller.js';
import { CreateCalendarLink } from './create-calendar-link/create-calendar-link.handler.js';
import { ListCalendarLinksController } from './list-calendar-links/list-calendar-links.controller.js';
import { ListCalendarLinks } from './list-calendar-links/list-calendar-links.handler.js';
import { ReadCalendarController } from './read-calendar/read-calendar.controller.js';
import { ReadCalendar } from './read-calendar/read-calendar.handler.js';
import { RevokeCalendarLinkController } from './revoke-calendar-link/revoke-calendar-link.controller.js';
import { RevokeCalendarLink } from './revoke-calendar-link/revoke-calendar-link.handler.js';
import { ShowCalendarLinkController } from './show-calendar-link/show-calendar-link.controller.js';
import { ShowCalendarLink } from './show-calendar-link/show-calendar-link.handler.js';

@Module({})
export class CalendarsModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: CalendarsModule,
      imports: [core],
      controllers: [
        CreateCalendarLinkController,
        ListCalendarLinksController,
        ShowCalendarLinkController,
        RevokeCalendarLinkController,
        ReadCalendarController,
      ],
      providers: [CreateCalendarLink, ListCalendarLinks, ShowCalendarLink, RevokeCalendarLink, ReadCalendar],
    };
  }
}
