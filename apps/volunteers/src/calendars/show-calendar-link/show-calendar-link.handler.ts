import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { CalendarLinkResponse } from '../calendar-link.dto.js';
import { CalendarLink } from '../calendar-link.entity.js';
import { describeCalendarLink } from '../describe-calendar-link.js';

@Injectable()
export class ShowCalendarLink {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(personId: string, id: string): Promise<CalendarLinkResponse> {
    const link = await this.reads.manager.findOneBy(CalendarLink, { id, personId });
    if (!link) throw new Refusal(commonProblems['not-found']);
    return describeCalendarLink(link);
  }
}
