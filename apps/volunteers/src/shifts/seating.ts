import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Transaction } from '@sanxian/shared/persistence';
import { Candidates } from './candidates.js';
import { type ShiftOfEvent, takeShift } from './find-shift.js';
import { shiftOnOffer } from './shift-on-offer.js';
import { firstObstacle, type SignUpObstacle } from './sign-up-rules/may-sign-up.js';
import { SignUp } from './sign-up.entity.js';
import { SignUpFacts } from './sign-up-facts.js';

export type Seated = { readonly signUp: SignUp } | { readonly obstacle: SignUpObstacle | 'shift-full' };

/** Gives volunteers seats by the coordinator's word, if every rule allows it. */
@Injectable()
export class Seating {
  constructor(
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes several shifts for change before anybody is seated.
   * @param shiftIds sorted, so that everybody locks in one order
   * @throws Refusal `not-found`
   */
  async take(tx: Transaction, shiftIds: readonly string[]): Promise<ReadonlyMap<string, ShiftOfEvent>> {
    const taken = new Map<string, ShiftOfEvent>();
    for (const id of shiftIds) taken.set(id, await takeShift(tx, id));
    return taken;
  }

  /** Writes the seat and tells of it, or says what stands in the way and writes nothing. */
  async seat(tx: Transaction, { shift, event }: ShiftOfEvent, personId: string): Promise<Seated> {
    const candidate = await this.candidates.of(tx, personId, shift);
    const waiting = await tx.find(SignUp, { shiftId: shift.id, personId, status: 'waitlisted' });
    // The place on this wait list is what the seat replaces, and so no obstacle to it.
    const openSignUps = candidate.openSignUps.filter((open) => !waiting || open.shiftId !== shift.id);
    const now = this.clock.now();
    const obstacle = firstObstacle({
      candidate: { ...candidate, openSignUps },
      shift: shiftOnOffer(shift, event),
      now,
    });
    if (obstacle) return { obstacle };
    if (shift.freeSeats === 0) return { obstacle: 'shift-full' };
    const signUp = shift.assign(personId, waiting, now);
    await tx.update(shift);
    await (waiting ? tx.update(signUp) : tx.insert(signUp));
    await tx.emit(shift, new SignUpFacts(shift, event).confirmed(signUp, 'coordinator'));
    return { signUp };
  }
}
