import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { CalendarLink } from '../calendar-link.entity.js';
import { describeCalendarLink } from '../describe-calendar-link.js';
import type { CalendarLinkList } from './list-calendar-links.dto.js';

@Injectable()
export class ListCalendarLinks {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(personId: string): Promise<CalendarLinkList> {
    const links = await this.reads.manager.find(CalendarLink, { where: { personId }, order: { id: 'ASC' } });
    return { items: links.map(describeCalendarLink) };
  }
}
