import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import type { Proposal } from '../../matching/propose.js';
import { findMatchingRun } from '../find-matching-run.js';
import type { MatchingComparison } from './compare-matching-runs.dto.js';

@Injectable()
export class CompareMatchingRuns {
  constructor(private readonly reads: ReadDatabase) {}

  /** @throws Refusal `matching-unfinished` while one of them has no plan */
  async handle(coordinator: Principal, id: string, otherId: string): Promise<MatchingComparison> {
    const { manager } = this.reads;
    const one = (await findMatchingRun(manager, coordinator, id)).plan();
    const other = (await findMatchingRun(manager, coordinator, otherId)).plan();
    const only = missingIn(other.proposals, one.proposals);
    return {
      levels: [...one.levels],
      otherLevels: [...other.levels],
      only,
      otherOnly: missingIn(one.proposals, other.proposals),
      shared: one.proposals.length - only.length,
    };
  }
}

function missingIn(known: readonly Proposal[], proposals: readonly Proposal[]): Proposal[] {
  const keyOf = ({ personId, shiftId }: Proposal) => `${personId}/${shiftId}`;
  const keys = new Set(known.map(keyOf));
  return proposals.filter((proposal) => !keys.has(keyOf(proposal)));
}
