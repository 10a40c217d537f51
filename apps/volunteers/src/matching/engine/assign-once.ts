import { SlotHeap } from './slot-heap.js';

/** Nobody gets more than one of the seats that are to be had here. */
export interface AssignmentProblem {
  readonly people: number;
  readonly slots: number;
  /** Arcs of person `p` are those from `first[p]` up to, but without, `first[p + 1]`; no slot twice. */
  readonly first: Int32Array;
  readonly slot: Int32Array;
  /** What it is worth that this person sits there, seat not counted. */
  readonly weight: Float64Array;
  /** Seats that somebody else holds. */
  readonly taken: Int32Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** What one more person is worth up to `min`, and from there up to `max`, which is never more. */
  readonly minBonus: Float64Array;
  readonly maxBonus: Float64Array;
}

const nobody = -1;
const nowhere = -1;
const askEvery = 256;

/**
 * The most valuable assignment, exactly: people enter one by one, each over the best chain of moves, which ends in a free seat or with
 * somebody who gives up theirs (successive shortest paths).
 *
 * Values have to be whole numbers whose sums along a chain stay below 2^53.
 * @param isOver asked now and then with the share of people who have entered; what has been assigned by then is the best for them
 * @returns the slot of each person, or -1
 */
export function assignOnce(problem: AssignmentProblem, isOver: (done: number) => boolean = () => false): Int32Array {
  const { people, first } = problem;
  const choices = (person: number): number => first[person + 1]! - first[person]!;
  // Who has few choices first: later ones find a way around them. The result is the same in any order, and sooner in this.
  const order = Int32Array.from({ length: people }, (_, person) => person).sort(
    (one, other) => choices(one) - choices(other),
  );
  const assignment = new Assignment(problem);
  for (const [entered, person] of order.entries()) {
    if (entered % askEvery === 0 && isOver(entered / people)) break;
    assignment.enter(person);
  }
  return assignment.slots();
}

class Assignment {
  private readonly slot: Int32Array;
  private readonly weight: Float64Array;
  /** Behind the last arc of each person that may still be of use. */
  private readonly end: Int32Array;
  private readonly arcOf: Int32Array;
  /** Who sits in slot `s`: `count[s]` people from `seats[s]` on. */
  private readonly sitting: Int32Array;
  private readonly seats: Int32Array;
  private readonly count: Int32Array;
  /** No more than that is one more person in the slot worth. It only sinks, and lets a search end early. */
  private readonly bound: Float64Array;

  // Of the search for one person's chain: the most that a chain to the slot has gained, and its last move.
  private readonly reached: Float64Array;
  private readonly mover: Int32Array;
  private readonly cameFrom: Int32Array;
  private readonly closed: Uint8Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private readonly heap = new SlotHeap();
  private best = 0;
  private last = nowhere;
  private givesUp = nobody;

  constructor(private readonly problem: AssignmentProblem) {
    const { people, slots, first, slot, weight, taken, max } = problem;
    this.slot = slot.slice();
    this.weight = weight.slice();
    this.end = first.slice(1);
    this.arcOf = new Int32Array(people).fill(nobody);
    this.seats = new Int32Array(slots + 1);
    for (let s = 0; s < slots; s += 1) this.seats[s + 1] = this.seats[s]! + Math.max(0, max[s]! - taken[s]!);
    this.sitting = new Int32Array(this.seats[slots]!);
    this.count = new Int32Array(slots);
    this.bound = Float64Array.from({ length: slots }, (_, s) => this.bonusOfNext(s));
    this.reached = new Float64Array(slots).fill(-Infinity);
    this.mover = new Int32Array(slots);
    this.cameFrom = new Int32Array(slots);
    this.closed = new Uint8Array(slots);
    this.touched = new Int32Array(slots);
  }

  slots(): Int32Array {
    return this.arcOf.map((arc) => (arc === nobody ? nowhere : this.slot[arc]!));
  }

  enter(person: number): void {
    this.best = 0;
    this.last = nowhere;
    this.givesUp = nobody;
    for (let arc = this.problem.first[person]!; arc < this.end[person]!; arc += 1) {
      const s = this.slot[arc]!;
      if (this.weight[arc]! + this.bound[s]! > 0) this.reach(s, this.weight[arc]!, person, nowhere);
    }
    for (let s = this.heap.pop(this.best); s !== nowhere; s = this.heap.pop(this.best)) {
      if (this.closed[s]) continue;
      this.closed[s] = 1;
      this.look(s);
    }
    if (this.last !== nowhere) this.moveAll();
    this.lowerBounds();
  }

  private bonusOfNext(s: number): number {
    const { taken, min, max, minBonus, maxBonus } = this.problem;
    const there = taken[s]! + this.count[s]!;
    return there < min[s]! ? minBonus[s]! : there < max[s]! ? maxBonus[s]! : -Infinity;
  }

  private reach(s: number, value: number, mover: number, from: number): void {
    if (this.reached[s] === -Infinity) this.touched[this.touchedCount++] = s;
    this.reached[s] = value;
    this.mover[s] = mover;
    this.cameFrom[s] = from;
    this.closed[s] = 0;
    this.heap.push(s, value + this.bound[s]!);
  }

  /** Ways for a chain to end in the slot, and to go on from it with whoever sits there. */
  private look(s: number): void {
    const { slot, weight, bound, reached } = this;
    const here = reached[s]!;
    if (here + this.bonusOfNext(s) > this.best) this.endAt(s, nobody, here + this.bonusOfNext(s));
    for (let place = this.seats[s]!; place < this.seats[s]! + this.count[s]!; place += 1) {
      const other = this.sitting[place]!;
      const without = here - weight[this.arcOf[other]!]!;
      if (without > this.best) this.endAt(s, other, without);
      for (let arc = this.problem.first[other]!; arc < this.end[other]!; arc += 1) {
        const t = slot[arc]!;
        const atMost = weight[arc]! + bound[t]!;
        if (atMost <= 0) {
          // Bounds only sink: what is worth nothing now never will be.
          if (arc !== this.arcOf[other]) this.forget(other, arc--);
        } else if (without + atMost > this.best && without + weight[arc]! > reached[t]!) {
          this.reach(t, without + weight[arc]!, other, s);
        }
      }
    }
  }

  private endAt(s: number, givesUp: number, value: number): void {
    this.best = value;
    this.last = s;
    this.givesUp = givesUp;
  }

  private moveAll(): void {
    if (this.givesUp !== nobody) {
      this.leave(this.givesUp, this.last);
      this.arcOf[this.givesUp] = nobody;
    }
    for (let s = this.last; s !== nowhere; s = this.cameFrom[s]!) {
      const mover = this.mover[s]!;
      if (this.cameFrom[s] !== nowhere) this.leave(mover, this.cameFrom[s]!);
      this.sitting[this.seats[s]! + this.count[s]!] = mover;
      this.count[s]! += 1;
      this.arcOf[mover] = this.slot.indexOf(s, this.problem.first[mover]);
    }
  }

  private leave(person: number, s: number): void {
    const begin = this.seats[s]!;
    this.count[s]! -= 1;
    this.sitting[this.sitting.indexOf(person, begin)] = this.sitting[begin + this.count[s]!]!;
  }

  private forget(person: number, arc: number): void {
    const from = (this.end[person]! -= 1);
    this.slot[arc] = this.slot[from]!;
    this.weight[arc] = this.weight[from]!;
    if (this.arcOf[person] === from) this.arcOf[person] = arc;
  }

  /** Whoever comes to a slot later can bring no more over it than the best chain of now has brought beyond it. */
  private lowerBounds(): void {
    for (let index = 0; index < this.touchedCount; index += 1) {
      const s = this.touched[index]!;
      this.bound[s] = Math.min(this.bound[s]!, this.best - this.reached[s]!);
      this.reached[s] = -Infinity;
      this.closed[s] = 0;
    }
    this.touchedCount = 0;
    this.heap.clear();
  }
}
