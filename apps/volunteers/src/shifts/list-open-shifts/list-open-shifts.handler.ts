import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Language } from '@sanxian/shared/contracts';
import { Cursors, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import { volunteersProblems } from '../../problems.js';
import { Candidates } from '../candidates.js';
import { describeShift } from '../describe-shift.js';
import { Shift } from '../shift.entity.js';
import { shiftOnOffer } from '../shift-on-offer.js';
import { type Candidate, firstObstacle } from '../sign-up-rules/may-sign-up.js';
import type { OpenShift, OpenShiftPage, OpenShiftsQuery } from './list-open-shifts.dto.js';

@Injectable()
export class ListOpenShifts {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly candidates: Candidates,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async handle(
    personId: string,
    { limit, after, from, to }: OpenShiftsQuery,
    language: Language,
  ): Promise<OpenShiftPage> {
    const now = this.clock.now();
    const list = `open-shifts/${personId}`;
    const position = this.cursors.decode(list, after, ['string', 'string']);
    // What begins at this moment has begun.
    const begin = new Date(Math.max(now.getTime() + 1, from === undefined ? 0 : Date.parse(from)));
    const rows = await this.read({ begin, to, position, take: limit + 1 });
    const { items, nextAfter } = pageOf(rows, limit, ({ startsAt, id }) =>
      this.cursors.encode(list, [startsAt.toISOString(), id]),
    );
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return { items: [], nextAfter };
    const span = {
      startsAt: first.startsAt,
      endsAt: new Date(Math.max(...items.map(({ endsAt }) => endsAt.getTime()))),
    };
    const candidate = await this.candidates.read(this.reads.manager, personId, span);
    return { items: items.map((shift) => describe(shift, candidate, now, language)), nextAfter };
  }

  private read({ begin, to, position, take }: Page): Promise<(Shift & { event: VolunteerEvent })[]> {
    const query = this.reads.manager
      .createQueryBuilder(Shift, 'shift')
      .innerJoinAndMapOne('shift.event', VolunteerEvent, 'event', 'event.id = shift.eventId')
      .where(`event.status = 'published' AND shift.startsAt >= :begin`, { begin });
    if (to !== undefined) query.andWhere('shift.startsAt < :to', { to: new Date(to) });
    if (position) {
      const [startsAt, id] = position;
      const behind = '(shift.startsAt > :startsAt OR (shift.startsAt = :startsAt AND shift.id > :id))';
      query.andWhere(behind, { startsAt: new Date(startsAt), id });
    }
    return query.orderBy('shift.startsAt').addOrderBy('shift.id').take(take).getMany() as Promise<
      (Shift & { event: VolunteerEvent })[]
    >;
  }
}

interface Page {
  readonly begin: Date;
  readonly to: string | undefined;
  readonly position: readonly [string, string] | undefined;
  readonly take: number;
}

function describe(
  shift: Shift & { readonly event: VolunteerEvent },
  candidate: Candidate,
  now: Date,
  language: Language,
): OpenShift {
  const code = firstObstacle({ candidate, shift: shiftOnOffer(shift, shift.event), now });
  return {
    shift: describeShift(shift),
    eventTitle: shift.event.title,
    obstacle: code && { code, text: volunteersProblems[code].title[language] },
  };
}
