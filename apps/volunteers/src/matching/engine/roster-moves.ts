import type { MatchingInstance } from './instance.js';
import { type PairTable, pairsBySlot } from './pair-table.js';
import type { Random } from './random.js';
import type { Roster } from './roster.js';

const { floor, min } = Math;
const nobody = -1;
const always = { from: -Infinity, to: Infinity };
/** A short slot is worth looking until so many people are found for it, any other a few looks. */
const enough = 2;
const mostLooksWhenShort = 100;
const looksElse = 4;
const mostLooks = 30;
const refilled = 0.8;
const replanned = 0.15;
const chained = 0.15;
const longestChain = 5;
/** More than any score. */
const short = 2_000;

/**
 * Changes a roster somewhere: a person gets a seat, whatever stands in the way gives way, and those who lost something, people and slots,
 * look for something else near by.
 */
export class RosterMoves {
  private readonly bySlot: readonly Int32Array[];
  private readonly vacated: number[] = [];
  private readonly displaced: number[] = [];

  constructor(
    private readonly instance: MatchingInstance,
    private readonly pairs: PairTable,
    private readonly roster: Roster,
    private readonly random: Random,
  ) {
    this.bySlot = pairsBySlot(instance, pairs);
  }

  /** @returns false when nothing came of it; what has been changed by then is to be taken back */
  move(): boolean {
    const { pairs, roster } = this;
    this.vacated.length = 0;
    this.displaced.length = 0;
    const pair = this.below(pairs.locked);
    if (this.random() < replanned) this.replan(pairs.volunteer[pair]!);
    else if (!(roster.isHeld(pair) ? this.replace(pair) : this.insert(pair))) return false;
    return this.followUp();
  }

  /** Those who lost something look for something free; some of those who find nothing push others aside in turn. */
  private followUp(): boolean {
    const { pairs, displaced, vacated } = this;
    for (let people = 0, slots = 0; people < displaced.length || slots < vacated.length;) {
      if (people < displaced.length) {
        const volunteer = displaced[people++]!;
        if (this.findSeat(volunteer) || people >= longestChain || this.random() >= chained) continue;
        const from = pairs.first[volunteer]!;
        if (!this.insertIfNew(from + this.below(pairs.first[volunteer + 1]! - from))) return false;
      } else {
        const slot = vacated[slots++]!;
        if (this.random() >= refilled || this.refill(slot)) continue;
        if (slots >= longestChain || this.random() >= chained) continue;
        const able = this.bySlot[slot]!;
        if (!this.insertIfNew(able[this.below(able.length)]!)) return false;
      }
    }
    return true;
  }

  private insertIfNew(pair: number): boolean {
    return this.roster.isHeld(pair) || this.insert(pair);
  }

  /** Takes everything from a person and looks for other seats, as many as there are. */
  private replan(volunteer: number): void {
    const held = this.roster.held[volunteer]!;
    for (let index = held.length - 1; index >= 0; index -= 1) this.giveUp(held[index]!);
    while (this.findSeat(volunteer, 1 + this.below(mostLooks)));
  }

  private replace(pair: number): boolean {
    const able = this.bySlot[this.pairs.slot[pair]!]!;
    const other = able[this.below(able.length)]!;
    if (this.roster.isHeld(other)) return false;
    this.leave(pair);
    return this.insert(other);
  }

  private insert(pair: number): boolean {
    const { pairs, roster } = this;
    const volunteer = pairs.volunteer[pair]!;
    const slot = pairs.slot[pair]!;
    const held = roster.held[volunteer]!;
    // From the end: what takes the place of one that is removed has been looked at.
    for (let index = held.length - 1; index >= 0; index -= 1) {
      const other = held[index]!;
      if (roster.clash(slot, pairs.slot[other]!) && !this.giveUp(other)) return false;
    }
    if (roster.hasAll(volunteer) && !this.giveUp(this.someOf(held))) return false;
    for (;;) {
      const from = roster.overfullWeek(volunteer, slot);
      if (from === undefined) break;
      if (!this.giveUp(this.someOf(held, from, from + this.instance.rules.week))) return false;
    }
    if (roster.isFull(slot)) {
      const leaving = this.someOf(roster.sitting[slot]!);
      if (leaving === nobody) return false;
      this.leave(leaving);
    }
    roster.add(pair);
    return true;
  }

  /** For another seat of the same person. */
  private giveUp(pair: number): boolean {
    if (pair === nobody || this.roster.isLocked(pair)) return false;
    this.roster.remove(pair);
    this.vacated.push(this.pairs.slot[pair]!);
    return true;
  }

  /** For somebody else. */
  private leave(pair: number): void {
    this.roster.remove(pair);
    this.displaced.push(this.pairs.volunteer[pair]!);
  }

  /** One that is not locked, and begins within the time; -1 when there is none. */
  private someOf(list: readonly number[], from = always.from, to = always.to): number {
    const offset = this.below(list.length);
    for (let index = 0; index < list.length; index += 1) {
      const pair = list[(offset + index) % list.length]!;
      const start = this.roster.start[this.pairs.slot[pair]!]!;
      if (!this.roster.isLocked(pair) && start >= from && start < to) return pair;
    }
    return nobody;
  }

  /** @returns false when there is a seat and nobody to take it */
  private refill(slot: number): boolean {
    const { pairs, roster } = this;
    const able = this.bySlot[slot]!;
    if (able.length === 0 || roster.isFull(slot)) return true;
    const isShort = roster.isShort(slot);
    const offset = this.below(able.length);
    let best = nobody;
    let found = 0;
    for (
      let looks = min(able.length, isShort ? mostLooksWhenShort : looksElse);
      looks > 0 && found < enough;
      looks -= 1
    ) {
      const pair = able[(offset + looks) % able.length]!;
      if (roster.isHeld(pair) || !roster.fits(pair)) continue;
      found += 1;
      if (best === nobody || pairs.score[pair]! > pairs.score[best]!) best = pair;
    }
    if (best === nobody) return false;
    roster.add(best);
    return true;
  }

  /** @param looks at so many of the seats that the volunteer could take */
  private findSeat(volunteer: number, looks = mostLooks): boolean {
    const { pairs, roster } = this;
    const from = pairs.first[volunteer]!;
    const count = pairs.first[volunteer + 1]! - from;
    const offset = this.below(count);
    let best = nobody;
    let bestWorth = 0;
    for (let look = 0; look < min(looks, count); look += 1) {
      const pair = from + ((offset + look) % count);
      if (roster.isHeld(pair) || !roster.fits(pair)) continue;
      const worth = pairs.score[pair]! + (roster.isShort(pairs.slot[pair]!) ? short : 0);
      if (best === nobody || worth > bestWorth) {
        best = pair;
        bestWorth = worth;
      }
    }
    if (best === nobody) return false;
    roster.add(best);
    return true;
  }

  private below(count: number): number {
    return floor(this.random() * count);
  }
}
