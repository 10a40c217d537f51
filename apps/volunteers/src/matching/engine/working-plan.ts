import type { MatchingInstance, Pair } from './instance.js';

/** A plan that changes: who holds what, how many sit where, and whether one more fits. */
export class WorkingPlan {
  readonly held: number[][];
  readonly count: Int32Array;
  /** Assigned to each volunteer. */
  readonly minutes: Float64Array;
  private readonly locked = new Set<number>();

  constructor(private readonly instance: MatchingInstance) {
    this.held = instance.volunteers.map(() => []);
    this.count = new Int32Array(instance.slots.length);
    this.minutes = new Float64Array(instance.volunteers.length);
    for (const [volunteer, slot] of instance.locked) {
      this.locked.add(this.keyOf(volunteer, slot));
      this.add(volunteer, slot);
    }
  }

  isLocked(volunteer: number, slot: number): boolean {
    return this.locked.has(this.keyOf(volunteer, slot));
  }

  add(volunteer: number, slot: number): void {
    this.held[volunteer]!.push(slot);
    this.count[slot]! += 1;
    this.minutes[volunteer]! += this.lengthOf(slot);
  }

  remove(volunteer: number, slot: number): void {
    const held = this.held[volunteer]!;
    held.splice(held.indexOf(slot), 1);
    this.count[slot]! -= 1;
    this.minutes[volunteer]! -= this.lengthOf(slot);
  }

  lengthOf(slot: number): number {
    const { start, end } = this.instance.shifts[this.instance.slots[slot]!.shift]!;
    return end - start;
  }

  /** Whether the slot goes with everything else that the volunteer holds: gaps, hours of any week, number. */
  fits(volunteer: number, slot: number): boolean {
    const { rules, shifts, slots, volunteers } = this.instance;
    const held = this.held[volunteer]!;
    if (rules.maxAssignments !== null && held.length >= rules.maxAssignments) return false;
    if (held.length === 0) return true;
    const shift = shifts[slots[slot]!.shift]!;
    for (const other of held) {
      if (other === slot) return false;
      const there = shifts[slots[other]!.shift]!;
      const [first, second] = there.start < shift.start ? [there, shift] : [shift, there];
      const gap = first.end - first.start > rules.longShift ? rules.longRest : rules.shortGap;
      if (second.start < first.end + gap) return false;
    }
    return this.weekHolds(held, slot, volunteers[volunteer]!.maxWeek);
  }

  /** In each stretch of a week that begins with one of the shifts. */
  private weekHolds(held: readonly number[], added: number, most: number): boolean {
    const { rules, shifts, slots } = this.instance;
    const startOf = (slot: number) => shifts[slots[slot]!.shift]!.start;
    const all = [...held, added];
    for (const first of all) {
      const from = startOf(first);
      // A week that the new one is not in is as full as before.
      if (startOf(added) < from || startOf(added) >= from + rules.week) continue;
      let sum = 0;
      for (const slot of all) {
        if (startOf(slot) >= from && startOf(slot) < from + rules.week) sum += this.lengthOf(slot);
      }
      if (sum > most) return false;
    }
    return true;
  }

  snapshot(): readonly (readonly number[])[] {
    return this.held.map((slots) => [...slots]);
  }

  restore(held: readonly (readonly number[])[]): void {
    for (const [volunteer, slots] of held.entries()) {
      for (const slot of [...this.held[volunteer]!]) this.remove(volunteer, slot);
      for (const slot of slots) this.add(volunteer, slot);
    }
  }

  pairs(): Pair[] {
    return this.held.flatMap((slots, volunteer) => slots.map((slot): Pair => [volunteer, slot]));
  }

  private keyOf(volunteer: number, slot: number): number {
    return volunteer * this.instance.slots.length + slot;
  }
}
