import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import type { Transaction } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import type { EntityManager } from 'typeorm';
import { MatchingRun } from './matching-run.entity.js';

/** For reading. @throws Refusal `not-found`, also to whoever does not work for all its branches */
export async function findMatchingRun(
  manager: EntityManager,
  coordinator: Principal,
  id: string,
): Promise<MatchingRun> {
  return concerning(coordinator, await manager.findOneBy(MatchingRun, { id }));
}

/** For a change. @throws Refusal `not-found`, as above */
export async function takeMatchingRun(tx: Transaction, coordinator: Principal, id: string): Promise<MatchingRun> {
  return concerning(coordinator, await tx.find(MatchingRun, { id }));
}

function concerning({ branchIds }: Principal, run: MatchingRun | null): MatchingRun {
  if (!run?.branchIds.every((branchId) => branchIds.includes(branchId))) {
    throw new Refusal(commonProblems['not-found']);
  }
  return run;
}
