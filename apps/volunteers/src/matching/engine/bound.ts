import { assignOnce } from './assign-once.js';
import type { MatchingInstance } from './instance.js';
import { Integers } from './integers.js';
import { levelsOf } from './levels.js';
import type { PairTable } from './pair-table.js';
import type { Roster } from './roster.js';
import { assignmentTask, type AssignmentTask } from './scalar-objective.js';

/**
 * What no plan can exceed, compared level by level: the exact optimum of an easier task, in which a volunteer is several people who each take
 * one slot and know nothing of each other. They are as many as the volunteer can take shifts at most; where shifts that exclude each other
 * say it more exactly, one for each group of such shifts.
 *
 * Levels that do not fit into one number are left out. Null where unfairness is wished for: then several hours of one person are worth
 * more than their parts.
 * @param roster holds the locked pairs, and no other
 */
export function upperBound(
  instance: MatchingInstance,
  pairs: PairTable,
  roster: Roster,
  isOver: () => boolean,
): number[] | null {
  if (instance.levels.some(({ fairness = 0 }) => fairness > 0)) return null;
  const parts = partsOfVolunteers(instance, pairs, roster);
  const people = parts.first.length - 1;
  const task = assignmentTask(instance, pairs, roster, people);
  let stopped = false;
  const taken = assignOnce(
    {
      people,
      first: parts.first,
      slot: parts.pair.map((pair) => pairs.slot[pair]!),
      weight: Float64Array.from(parts.pair, (pair) => task.worth[pair]!),
      ...task.seats,
    },
    () => (stopped ||= isOver()),
  );
  return stopped ? null : levelsOfParts(instance, pairs, roster, parts, taken, task);
}

interface Parts {
  /** Arcs of part `p` are those from `first[p]` up to, but without, `first[p + 1]`. */
  readonly first: Int32Array;
  /** The pair that each arc stands for. */
  readonly pair: Int32Array;
}

function partsOfVolunteers({ volunteers, rules }: MatchingInstance, pairs: PairTable, roster: Roster): Parts {
  const first = new Integers();
  const arcs = new Integers();
  first.add(0);
  for (const [volunteer, { maxWeek }] of volunteers.entries()) {
    const own = Array.from(pairs.slot.subarray(pairs.first[volunteer], pairs.first[volunteer + 1]).keys()).map(
      (index) => pairs.first[volunteer]! + index,
    );
    if (own.length === 0) continue;
    const groups = exclusiveGroups(own, pairs, roster);
    const most = Math.min(
      (rules.maxAssignments ?? Infinity) - roster.held[volunteer]!.length,
      mostByHours(own, pairs, roster, rules.week, maxWeek),
    );
    for (const part of groups.length <= most ? groups : Array.from({ length: most }, () => own)) {
      for (const pair of part) arcs.add(pair);
      first.add(arcs.length);
    }
  }
  return { first: first.whole(), pair: arcs.whole() };
}

/** As few groups as possible, in each of which every two shifts exclude each other. */
function exclusiveGroups(own: readonly number[], pairs: PairTable, roster: Roster): number[][] {
  const restedAfter = (pair: number) => roster.rested[pairs.slot[pair]!]!;
  const groups: number[][] = [];
  const byRest = own.toSorted((one, other) => restedAfter(one) - restedAfter(other));
  for (const left = new Set(byRest); left.size > 0;) {
    const [earliest] = left;
    const until = restedAfter(earliest!);
    const group = [...left].filter((pair) => roster.start[pairs.slot[pair]!]! < until);
    for (const pair of group) left.delete(pair);
    groups.push(group);
  }
  return groups;
}

/** How many of the shortest shifts the hours of each week allow. */
function mostByHours(
  own: readonly number[],
  pairs: PairTable,
  roster: Roster,
  week: number,
  minutesOfWeek: number,
): number {
  const lengths = new Map<number, number[]>();
  const seen = new Set<number>();
  for (const pair of own) {
    const slot = pairs.slot[pair]!;
    // Of slots of one shift a volunteer takes one.
    if (seen.has(roster.shift[slot]!)) continue;
    seen.add(roster.shift[slot]!);
    const inWeek = Math.floor(roster.start[slot]! / week);
    const list = lengths.get(inWeek);
    if (list) list.push(roster.length[slot]!);
    else lengths.set(inWeek, [roster.length[slot]!]);
  }
  let most = 0;
  for (const list of lengths.values()) {
    let left = minutesOfWeek;
    for (const length of list.toSorted((one, other) => one - other)) if ((left -= length) >= 0) most += 1;
  }
  return most;
}

function levelsOfParts(
  instance: MatchingInstance,
  pairs: PairTable,
  roster: Roster,
  parts: Parts,
  taken: Int32Array,
  task: AssignmentTask,
): number[] {
  const count = Int32Array.from(roster.sitting, (sitting) => sitting.length);
  const sum = { minFill: 0, maxFill: 0, score: roster.score, fairness: roster.fairness, stability: roster.stability };
  for (const [part, slot] of taken.entries()) {
    if (slot < 0) continue;
    count[slot]! += 1;
    const pair = parts.pair
      .subarray(parts.first[part], parts.first[part + 1])
      .find((candidate) => pairs.slot[candidate] === slot)!;
    sum.score += pairs.score[pair]!;
    sum.fairness += task.fairness[pair]!;
    sum.stability += pairs.kept[pair]!;
  }
  for (const [slot, { min, max, shift }] of instance.slots.entries()) {
    const { priority } = instance.events[instance.shifts[shift]!.event]!;
    sum.minFill += priority * Math.min(count[slot]!, min);
    sum.maxFill += Math.max(0, Math.min(count[slot]!, max) - min);
  }
  return levelsOf(instance, sum).slice(0, task.levels);
}
