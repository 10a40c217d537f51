import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { And, In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { assertCoordinated } from '../../events/branch-scope.js';
import { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import type { Place } from '../../matching/matching-facts.js';
import { volunteersProblems } from '../../problems.js';
import { Shift } from '../../shifts/shift.entity.js';
import { describeMatchingRun } from '../describe-matching-run.js';
import { takeMatchingRun } from '../find-matching-run.js';
import type { MatchingRunResponse } from '../matching-run.dto.js';
import { MatchingRun } from '../matching-run.entity.js';
import type { MatchingRunRequest } from './request-matching.dto.js';

@Injectable()
export class RequestMatching {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, request: MatchingRunRequest, language: Language): Promise<MatchingRunResponse> {
    const { basedOn = null, seed = 1 } = request;
    return this.unitOfWork.run(async (tx) => {
      const events = await this.eventsOf(tx, coordinator, request);
      const earlier = basedOn ? await takeMatchingRun(tx, coordinator, basedOn.toLowerCase()) : null;
      const { locked = lockedIn(earlier), forbidden = earlier?.forbidden ?? [] } = request;
      const eventIds = events.map(({ id }) => id);
      const ahead = { eventId: In(eventIds), startsAt: MoreThan(this.clock.now()) };
      const shifts = await tx.manager.find(Shift, { select: { id: true }, where: ahead });
      if (shifts.length === 0) throw new Refusal(volunteersProblems['nothing-to-match']);
      const known = new Set(shifts.map(({ id }) => id));
      const order = {
        ...{ eventIds, basedOn: earlier?.id ?? null, seed },
        branchIds: [...new Set(events.map(({ branchId }) => branchId))],
        locked: placesIn(known, locked),
        forbidden: placesIn(known, forbidden),
      };
      const run = MatchingRun.request(order, coordinator.accountId, this.clock.now());
      await tx.insert(run);
      return describeMatchingRun(run, language);
    });
  }

  private async eventsOf(
    tx: Transaction,
    coordinator: Principal,
    { eventIds, from, to }: MatchingRunRequest,
  ): Promise<VolunteerEvent[]> {
    if (!eventIds) {
      return tx.manager.findBy(VolunteerEvent, {
        branchId: In(coordinator.branchIds),
        status: 'published',
        startsAt: And(MoreThanOrEqual(new Date(from!)), LessThan(new Date(to!))),
      });
    }
    const ids = eventIds.map((id) => id.toLowerCase());
    const events = await tx.manager.findBy(VolunteerEvent, { id: In(ids) });
    for (const id of ids) {
      const event = events.find((other) => other.id === id) ?? null;
      assertCoordinated(coordinator, event);
      if (event.status !== 'published') throw new Refusal(volunteersProblems['not-open']);
    }
    return events;
  }
}

/** What was set before the search, or by hand after it. */
const lockedIn = (run: MatchingRun | null): Place[] =>
  (run?.outcome?.proposals ?? [])
    .filter(({ locked }) => locked)
    .map(({ personId, shiftId }) => ({ personId, shiftId }));

/** @throws Refusal `not-found` for a shift that is not to be filled */
function placesIn(shiftIds: ReadonlySet<string>, places: readonly Place[]): Place[] {
  const lower = places.map(({ personId, shiftId }) => ({
    personId: personId.toLowerCase(),
    shiftId: shiftId.toLowerCase(),
  }));
  if (lower.some(({ shiftId }) => !shiftIds.has(shiftId))) throw new Refusal(commonProblems['not-found']);
  return lower;
}
