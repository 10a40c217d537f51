import { Injectable } from '@nestjs/common';
import { Cursors, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import {
  And,
  Equal,
  type FindOperator,
  type FindOptionsWhere,
  In,
  IsNull,
  LessThan,
  Like,
  MoreThan,
  Not,
} from 'typeorm';
import { summarizeEvent } from '../describe-event.js';
import { longestEventDays } from '../event-kinds.js';
import { VolunteerEvent } from '../volunteer-event.entity.js';
import { areaPrefix } from './area-prefix.policy.js';
import type { VolunteerEventPage, VolunteerEventsQuery } from './list-events.dto.js';
import { periodEnd, periodStart } from './period.policy.js';

type Conditions = FindOptionsWhere<VolunteerEvent>;
type Filters = Pick<VolunteerEventsQuery, 'from' | 'to' | 'area' | 'kind'>;

@Injectable()
export class ListEvents {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle(reader: Principal, { limit, after, ...filters }: VolunteerEventsQuery): Promise<VolunteerEventPage> {
    const { from, to, area, kind } = filters;
    const list = `events/${JSON.stringify([from, to, area, kind])}`;
    const position = this.cursors.decode(list, after, ['string', 'string']);
    const rows = await this.reads.manager.find(VolunteerEvent, {
      where: conditions(reader, filters, position),
      order: { startsAt: 'ASC', id: 'ASC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => this.cursors.encode(list, [row.startsAt.toISOString(), row.id]));
    return { items: page.items.map(summarizeEvent), nextAfter: page.nextAfter };
  }
}

/** Every way of being visible, with every way of lying behind the position. */
function conditions(reader: Principal, filters: Filters, position: [string, string] | undefined): Conditions[] {
  const { area, kind, from } = filters;
  const narrowed: Conditions = {
    ...(kind && { kind }),
    ...(area && { area: Like(`${areaPrefix(area)}%`) }),
    ...(from && { endsAt: MoreThan(periodStart(from)) }),
  };
  return visibleTo(reader).flatMap((visible) =>
    behind(position).map(({ start, ...rest }) => {
      const starts = [...startsWithin(filters), ...(start ? [start] : [])];
      return { ...visible, ...narrowed, ...rest, ...(starts.length > 0 && { startsAt: And(...starts) }) };
    }),
  );
}

function visibleTo({ roles, branchIds }: Principal): Conditions[] {
  const published: Conditions = { publishedAt: Not(IsNull()) };
  return roles.includes('coordinator') ? [published, { branchId: In([...branchIds]) }] : [published];
}

function startsWithin({ from, to }: Filters): FindOperator<Date>[] {
  return [
    // No event is longer, so the index need not be read from the beginning of time.
    ...(from ? [MoreThan(new Date(periodStart(from).getTime() - longestEventDays * 86_400_000 - 1))] : []),
    ...(to ? [LessThan(periodEnd(to))] : []),
  ];
}

function behind(position: [string, string] | undefined): { start?: FindOperator<Date>; id?: FindOperator<string> }[] {
  if (!position) return [{}];
  const [startsAt, id] = position;
  return [{ start: MoreThan(new Date(startsAt)) }, { start: Equal(new Date(startsAt)), id: MoreThan(id) }];
}
