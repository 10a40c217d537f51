import type { MatchingInstance, Pair } from './instance.js';
import type { Components } from './levels.js';
import type { PairTable } from './pair-table.js';

const { floor } = Math;

/**
 * A plan that changes: who holds what, what it comes to, and whether one more fits. What has changed since the last `keep` can be taken
 * back.
 */
export class Roster implements Components {
  /** Pairs that each volunteer holds. */
  readonly held: number[][];
  /** Pairs that sit in each slot. */
  readonly sitting: number[][];
  minFill = 0;
  maxFill = 0;
  score = 0;
  fairness = 0;
  stability = 0;
  readonly start: Float64Array;
  readonly length: Float64Array;
  /** From when on somebody who worked there may work again. */
  readonly rested: Float64Array;
  readonly shift: Int32Array;
  private readonly priority: Float64Array;
  private readonly min: Int32Array;
  private readonly max: Int32Array;
  private readonly maxWeek: Float64Array;
  private readonly served: Float64Array;
  private readonly minutes: Float64Array;
  private readonly mostEach: number;
  /** Pairs added, and `~pair` for those removed. */
  private readonly changes: number[] = [];

  constructor(
    private readonly instance: MatchingInstance,
    private readonly pairs: PairTable,
  ) {
    const { slots, shifts, events, volunteers, rules } = instance;
    this.held = volunteers.map(() => []);
    this.sitting = slots.map(() => []);
    this.shift = Int32Array.from(slots, ({ shift }) => shift);
    this.start = Float64Array.from(slots, ({ shift }) => shifts[shift]!.start);
    this.length = Float64Array.from(slots, ({ shift }) => shifts[shift]!.end - shifts[shift]!.start);
    this.rested = Float64Array.from(slots, ({ shift }) => {
      const { start, end } = shifts[shift]!;
      return end + (end - start > rules.longShift ? rules.longRest : rules.shortGap);
    });
    this.priority = Float64Array.from(slots, ({ shift }) => events[shifts[shift]!.event]!.priority);
    this.min = Int32Array.from(slots, ({ min }) => min);
    this.max = Int32Array.from(slots, ({ max }) => max);
    this.maxWeek = Float64Array.from(volunteers, ({ maxWeek }) => maxWeek);
    this.served = Float64Array.from(volunteers, ({ served }) => floor(served / instance.fairnessUnit));
    this.minutes = new Float64Array(volunteers.length);
    this.mostEach = rules.maxAssignments ?? Infinity;
    for (let pair = pairs.locked; pair < pairs.slot.length; pair += 1) this.add(pair);
    this.keep();
  }

  add(pair: number): void {
    this.changes.push(pair);
    this.put(pair);
  }

  remove(pair: number): void {
    this.changes.push(~pair);
    this.take(pair);
  }

  keep(): void {
    this.changes.length = 0;
  }

  takeBack(): void {
    for (let change = this.changes.pop(); change !== undefined; change = this.changes.pop()) {
      if (change >= 0) this.take(change);
      else this.put(~change);
    }
  }

  isHeld(pair: number): boolean {
    return this.held[this.pairs.volunteer[pair]!]!.includes(pair);
  }

  isLocked(pair: number): boolean {
    return pair >= this.pairs.locked;
  }

  isFull(slot: number): boolean {
    return this.sitting[slot]!.length >= this.max[slot]!;
  }

  isShort(slot: number): boolean {
    return this.sitting[slot]!.length < this.min[slot]!;
  }

  hasAll(volunteer: number): boolean {
    return this.held[volunteer]!.length >= this.mostEach;
  }

  /** Whether one volunteer cannot take both: they overlap, or there is too little rest between them. */
  clash(slot: number, other: number): boolean {
    return this.start[slot]! <= this.start[other]!
      ? this.start[other]! < this.rested[slot]!
      : this.start[slot]! < this.rested[other]!;
  }

  /** Whether the pair goes with everything else that the volunteer holds, and has a seat. */
  fits(pair: number): boolean {
    const slot = this.pairs.slot[pair]!;
    if (this.isFull(slot)) return false;
    const volunteer = this.pairs.volunteer[pair]!;
    const held = this.held[volunteer]!;
    if (held.length === 0) return true;
    if (held.length >= this.mostEach) return false;
    for (const other of held) if (this.clash(slot, this.pairs.slot[other]!)) return false;
    return this.overfullWeek(volunteer, slot) === undefined;
  }

  /** Where a week begins that would have too many hours with the slot; undefined when there is none. */
  overfullWeek(volunteer: number, slot: number): number | undefined {
    const { start, length, pairs } = this;
    const { week } = this.instance.rules;
    const most = this.maxWeek[volunteer]!;
    const held = this.held[volunteer]!;
    if (this.minutes[volunteer]! + length[slot]! <= most) return undefined;
    const own = start[slot]!;
    for (let index = -1; index < held.length; index += 1) {
      const from = index < 0 ? own : start[pairs.slot[held[index]!]!]!;
      // A week that the slot is not in is as full as before.
      if (own < from || own >= from + week) continue;
      let sum = length[slot]!;
      for (const pair of held) {
        const begin = start[pairs.slot[pair]!]!;
        if (begin >= from && begin < from + week) sum += length[pairs.slot[pair]!]!;
      }
      if (sum > most) return from;
    }
    return undefined;
  }

  /** What is held, to be restored. */
  snapshot(): Int32Array {
    let count = 0;
    for (const held of this.held) count += held.length;
    const pairs = new Int32Array(count);
    let place = 0;
    for (const held of this.held) for (const pair of held) pairs[place++] = pair;
    return pairs;
  }

  restore(pairs: Int32Array): void {
    for (const held of this.held) for (const pair of [...held]) this.take(pair);
    for (const pair of pairs) this.put(pair);
    this.keep();
  }

  plan(): Pair[] {
    return this.held.flat().map((pair): Pair => [this.pairs.volunteer[pair]!, this.pairs.slot[pair]!]);
  }

  private put(pair: number): void {
    const slot = this.pairs.slot[pair]!;
    const volunteer = this.pairs.volunteer[pair]!;
    const there = this.sitting[slot]!.push(pair);
    this.held[volunteer]!.push(pair);
    if (there <= this.min[slot]!) this.minFill += this.priority[slot]!;
    else if (there <= this.max[slot]!) this.maxFill += 1;
    this.count(pair, volunteer, slot, 1);
  }

  private take(pair: number): void {
    const slot = this.pairs.slot[pair]!;
    const volunteer = this.pairs.volunteer[pair]!;
    const there = this.sitting[slot]!.length;
    drop(this.sitting[slot]!, pair);
    drop(this.held[volunteer]!, pair);
    if (there <= this.min[slot]!) this.minFill -= this.priority[slot]!;
    else if (there <= this.max[slot]!) this.maxFill -= 1;
    this.count(pair, volunteer, slot, -1);
  }

  private count(pair: number, volunteer: number, slot: number, sign: 1 | -1): void {
    this.score += sign * this.pairs.score[pair]!;
    this.stability += sign * this.pairs.kept[pair]!;
    const unit = this.instance.fairnessUnit;
    const earlier = this.served[volunteer]!;
    const before = earlier + floor(this.minutes[volunteer]! / unit);
    this.minutes[volunteer]! += sign * this.length[slot]!;
    const after = earlier + floor(this.minutes[volunteer]! / unit);
    this.fairness += after * after - before * before;
  }
}

/** The order does not matter. */
function drop(list: number[], value: number): void {
  const last = list.pop()!;
  if (last !== value) list[list.indexOf(value)] = last;
}
