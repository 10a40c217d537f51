import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { CalendarLink } from '../calendar-link.entity.js';
import { describeCalendarLink } from '../describe-calendar-link.js';
import type { NewCalendarLinkResponse } from './create-calendar-link.dto.js';

@Injectable()
export class CreateCalendarLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(personId: string): Promise<NewCalendarLinkResponse> {
    return this.unitOfWork.run(async (tx) => {
      const links = await tx.manager.findBy(CalendarLink, { personId });
      const { link, secret } = CalendarLink.create(personId, links, this.clock.now());
      await tx.insert(link);
      return { ...describeCalendarLink(link), url: `/api/v1/volunteers/calendars/${secret}.ics` };
    });
  }
}
