import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { CalendarLink } from '../calendar-link.entity.js';

@Injectable()
export class RevokeCalendarLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  handle(personId: string, id: string, expected: number | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const link = await tx.find(CalendarLink, { id, personId });
      if (!link) throw new Refusal(commonProblems['not-found']);
      assertExpected(link, expected);
      await tx.manager.delete(CalendarLink, { id });
    });
  }
}
