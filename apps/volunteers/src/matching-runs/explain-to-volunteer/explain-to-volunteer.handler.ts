import { Injectable } from '@nestjs/common';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { whyNot } from '../../matching/explain-volunteer.js';
import { findMatchingRun } from '../find-matching-run.js';
import { MatchingFactsReader } from '../matching-facts-reader.js';
import type { VolunteerExplanation } from './explain-to-volunteer.dto.js';

@Injectable()
export class ExplainToVolunteer {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly facts: MatchingFactsReader,
  ) {}

  /** @throws Refusal `not-found` for somebody who is no volunteer, `matching-unfinished` before there is a plan */
  async handle(
    coordinator: Principal,
    id: string,
    personId: string,
    language: Language,
  ): Promise<VolunteerExplanation> {
    const run = await findMatchingRun(this.reads.manager, coordinator, id);
    const { proposals } = run.plan();
    const [volunteer] = await this.facts.volunteersOf([personId]);
    if (!volunteer) throw new Refusal(commonProblems['not-found']);
    const proposed = proposals.filter((proposal) => proposal.personId === personId);
    const { events, shifts } = await this.facts.work(run.eventIds);
    const facts = { events, shifts, volunteers: [volunteer], locked: proposed, forbidden: run.forbidden, previous: [] };
    return {
      personId,
      proposedShiftIds: proposed.map(({ shiftId }) => shiftId),
      notChosen: shifts.length === 0 ? [] : whyNot(facts, language),
    };
  }
}
