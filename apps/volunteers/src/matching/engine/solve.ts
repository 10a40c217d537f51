import { anneal, type Budget } from './anneal.js';
import { upperBound } from './bound.js';
import { fill } from './fill.js';
import type { MatchingInstance, Pair } from './instance.js';
import { firstDifference, levelsOf } from './levels.js';
import { type PairTable, pairTable } from './pair-table.js';
import type { Random } from './random.js';
import { Roster } from './roster.js';
import { solveOnce } from './solve-once.js';

export interface SolveOptions {
  readonly random: Random;
  /** Unless told, moves that suit the size. */
  readonly budget?: Budget;
  /** Asked often, with the share of the work that is done; the best plan so far is returned when it says so. */
  readonly isOver?: (done: number) => boolean;
}

export interface Solution {
  readonly plan: readonly Pair[];
  /** What the plan comes to, level by level. */
  readonly levels: readonly number[];
  /**
   * What no plan exceeds on a level while it is as good as this one on all levels before; null where that is not known. It equals the
   * plan's level where nothing better exists.
   */
  readonly bounds: readonly (number | null)[];
}

const mostPairsForBound = 1_000_000;
const shareOfBound = 0.4;
const movesPerPair = 150;
const leastMoves = 500_000;
const mostMoves = 8_000_000;

/** The best plan for the budget: exact where nobody may take more than one shift. */
export function solve(instance: MatchingInstance, { random, budget, isOver = () => false }: SolveOptions): Solution {
  const pairs = pairTable(instance);
  const roster = new Roster(instance, pairs);
  const isUsedUp = () => budget !== undefined && 'spent' in budget && budget.spent() >= 1;
  if (instance.rules.maxAssignments === 1) {
    const exact = solveOnce(instance, pairs, roster, (done) => isOver(done) || isUsedUp());
    const levels = levelsOf(instance, roster);
    return { plan: roster.plan(), levels, bounds: levels.map((value, level) => (level < exact ? value : null)) };
  }
  // First of all a plan: whatever stops the search later, there is one.
  fill(instance, pairs, roster, () => isOver(0) || isUsedUp());
  const limit = boundFor(instance, pairs, budget, () => isOver(0)) ?? [];
  anneal(instance, pairs, roster, { random, budget: budget ?? { moves: movesFor(pairs.locked) }, isOver, limit });
  const levels = levelsOf(instance, roster);
  return { plan: roster.plan(), levels, bounds: boundsOf(levels, limit) };
}

/** The bound takes its share of the time, or none where it would take minutes. */
function boundFor(
  instance: MatchingInstance,
  pairs: PairTable,
  budget: Budget | undefined,
  isOver: () => boolean,
): number[] | null {
  if (budget === undefined || 'moves' in budget) {
    if (pairs.locked > mostPairsForBound) return null;
    return upperBound(instance, pairs, new Roster(instance, pairs), isOver);
  }
  return upperBound(instance, pairs, new Roster(instance, pairs), () => isOver() || budget.spent() >= shareOfBound);
}

const movesFor = (pairs: number): number => Math.max(leastMoves, Math.min(mostMoves, movesPerPair * pairs));

/** A bound of whole plans says something of a level only while the plan reaches it on all levels before. */
function boundsOf(levels: readonly number[], limit: readonly number[]): (number | null)[] {
  const first = firstDifference(limit, levels);
  const known = first < 0 ? limit.length : first + 1;
  return levels.map((_, level) => (level < known ? limit[level]! : null));
}
