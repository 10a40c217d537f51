import { seededRandom } from './engine/random.js';
import { solve } from './engine/solve.js';
import type { ScoreParts } from './engine/suitability.js';
import { PlanExplanation, type EmptySeats } from './explain/explain-plan.js';
import { buildInstance } from './model/build-instance.js';
import type { MatchingFacts, Place } from './matching-facts.js';

/** Somebody new in a shift. */
export interface Proposal extends Place {
  /** 0 to 1000. */
  readonly score: number;
  readonly parts: ScoreParts;
  /** Whether it was set before the search. */
  readonly locked: boolean;
}

export interface EmptyShift extends Omit<EmptySeats, 'slot' | 'elsewhere'> {
  readonly shiftId: string;
  /** Shifts of this plan that people have who could come, the most frequent first. */
  readonly elsewhere: readonly { readonly shiftId: string; readonly people: number }[];
}

export interface Outcome {
  readonly levels: readonly number[];
  /** What no plan exceeds; null where that is not known. */
  readonly bounds: readonly (number | null)[];
  readonly proposals: readonly Proposal[];
  readonly emptySeats: readonly EmptyShift[];
  /** How many volunteers were looked at. */
  readonly volunteers: number;
}

const mostElsewhere = 5;

/**
 * The best plan for the shifts, and why it is as it is. People who have a seat already keep it and are not proposed again.
 * @param facts with at least one shift
 * @param isOver asked often, with the share of the search that is done; the best plan so far is returned when it says so
 */
export function propose(facts: MatchingFacts, seed: number, isOver: (done: number) => boolean): Outcome {
  const task = buildInstance(facts);
  const { instance } = task;
  const { plan, levels, bounds } = solve(instance, { random: seededRandom(seed), isOver });
  const explanation = new PlanExplanation(task, plan);
  const shiftIdOf = (slot: number) => facts.shifts[slot]!.id;
  const keyOf = ({ personId, shiftId }: Place) => `${personId}/${shiftId}`;
  const locked = new Set(facts.locked.map(keyOf));
  const seated = new Set(
    facts.volunteers.flatMap(({ personId, signUps }) =>
      signUps.filter(({ isConfirmed }) => isConfirmed).map(({ shiftId }) => keyOf({ personId, shiftId })),
    ),
  );
  const proposals = plan
    .filter(([, slot]) => slot < task.shifts)
    .map((pair): Proposal => {
      const [volunteer, slot] = pair;
      const place = { personId: facts.volunteers[volunteer]!.personId, shiftId: shiftIdOf(slot) };
      const { score, ...parts } = explanation.parts(pair);
      return { ...place, score, parts, locked: locked.has(keyOf(place)) };
    })
    .filter((proposal) => !seated.has(keyOf(proposal)));
  const emptySeats = explanation.emptySeats().map(({ slot, elsewhere, ...empty }) => ({
    ...empty,
    shiftId: shiftIdOf(slot),
    elsewhere: elsewhere
      .filter((other) => other.slot < task.shifts)
      .slice(0, mostElsewhere)
      .map(({ slot: other, people }) => ({ shiftId: shiftIdOf(other), people })),
  }));
  return { levels, bounds, proposals, emptySeats, volunteers: facts.volunteers.length };
}
