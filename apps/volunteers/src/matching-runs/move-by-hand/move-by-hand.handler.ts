import { Injectable } from '@nestjs/common';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail, type Principal } from '@sanxian/shared/security';
import { levelsOfPlan, obstaclesTo, proposalOf } from '../../matching/judge-plan.js';
import type { MatchingFacts, Place } from '../../matching/matching-facts.js';
import type { Outcome, Proposal } from '../../matching/propose.js';
import { volunteersProblems } from '../../problems.js';
import { describeMatchingRun } from '../describe-matching-run.js';
import { takeMatchingRun } from '../find-matching-run.js';
import { MatchingFactsReader } from '../matching-facts-reader.js';
import type { MatchingRun } from '../matching-run.entity.js';
import type { MoveByHandRequest, MoveByHandResponse } from './move-by-hand.dto.js';

interface MoveCommand {
  readonly coordinator: Principal;
  readonly id: string;
  readonly request: MoveByHandRequest;
  readonly language: Language;
}

/** What is the volunteer's wish, or the coordinator's own word: they may agree on something else. */
const wishes = ['forbidden', 'not-available', 'too-far'] as const;
type Wish = (typeof wishes)[number];
const isWish = (code: string): code is Wish => (wishes as readonly string[]).includes(code);

@Injectable()
export class MoveByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: MatchingFactsReader,
    private readonly auditTrail: AuditTrail,
  ) {}

  handle({ coordinator, id, request, language }: MoveCommand): Promise<MoveByHandResponse> {
    const { reason, preview = false } = request;
    const personId = request.personId.toLowerCase();
    return this.unitOfWork.run(async (tx) => {
      const run = await takeMatchingRun(tx, coordinator, id);
      const before = run.plan();
      if (run.confirmedAt) throw new Refusal(volunteersProblems['matching-confirmed']);
      const rest = without(before.proposals, personId, request.fromShiftId?.toLowerCase());
      const facts = await this.factsFor(run, before.proposals, personId);
      const { proposals, overrules } = placed(facts, rest, personId, request.toShiftId?.toLowerCase());
      if (overrules.length > 0 && reason === undefined) throw new Refusal(volunteersProblems['reason-missing']);
      const [from, to] = [before.proposals, proposals].map((locked) => levelsOfPlan({ ...facts, locked }));
      const effect = to!.map((level, index) => level - from![index]!);
      const outcome: Outcome = {
        ...before,
        proposals,
        levels: before.levels.map((level, index) => level + effect[index]!),
      };
      run.change(outcome);
      if (!preview) {
        await tx.update(run);
        const subject = { type: 'matching-run', id };
        const act = { actorId: coordinator.accountId, action: 'move-by-hand', personId, subject };
        await this.auditTrail.record(tx, { ...act, ...(reason === undefined ? {} : { reason }) });
      }
      return { effect, overrules, run: describeMatchingRun(run, language) };
    });
  }

  /** All whom the plan concerns: what others do not do makes no difference between two plans. */
  private async factsFor(
    { eventIds, forbidden }: MatchingRun,
    proposals: readonly Proposal[],
    personId: string,
  ): Promise<MatchingFacts> {
    const work = await this.facts.work(eventIds);
    if (work.shifts.length === 0) throw new Refusal(volunteersProblems['nothing-to-match']);
    const seated = await this.facts.seatedIn(work.shifts.map(({ id }) => id));
    const ids = new Set([...proposals.map((proposal) => proposal.personId), ...seated, personId]);
    const volunteers = await this.facts.volunteersOf([...ids]);
    if (!volunteers.some((volunteer) => volunteer.personId === personId))
      throw new Refusal(commonProblems['not-found']);
    return { ...work, volunteers, forbidden, locked: [], previous: [] };
  }
}

/** @throws Refusal `not-found` for a shift that is not to be filled, or with the code of the first rule that says no */
function placed(
  facts: MatchingFacts,
  rest: readonly Proposal[],
  personId: string,
  shiftId: string | undefined,
): { readonly proposals: readonly Proposal[]; readonly overrules: string[] } {
  if (shiftId === undefined) return { proposals: rest, overrules: [] };
  if (!facts.shifts.some(({ id }) => id === shiftId)) throw new Refusal(commonProblems['not-found']);
  const place: Place = { personId, shiftId };
  const { signUps } = facts.volunteers.find((volunteer) => volunteer.personId === personId)!;
  if (
    [...signUps, ...rest.filter((proposal) => proposal.personId === personId)].some(
      (other) => other.shiftId === shiftId,
    )
  ) {
    throw new Refusal(volunteersProblems['already-signed-up']);
  }
  const overrules: string[] = [];
  for (const code of obstaclesTo({ ...facts, locked: rest }, place)) {
    if (!isWish(code)) throw new Refusal(volunteersProblems[code]);
    overrules.push(code);
  }
  return { proposals: [...rest, proposalOf(facts, place)], overrules };
}

/** @throws Refusal `not-found` when there is no such proposal */
function without(proposals: readonly Proposal[], personId: string, shiftId: string | undefined): readonly Proposal[] {
  if (shiftId === undefined) return proposals;
  const rest = proposals.filter((proposal) => proposal.personId !== personId || proposal.shiftId !== shiftId);
  if (rest.length === proposals.length) throw new Refusal(commonProblems['not-found']);
  return rest;
}
