import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import type { Transaction } from '@sanxian/shared/persistence';
import type { EntityManager } from 'typeorm';
import { VolunteerEvent } from '../events/volunteer-event.entity.js';
import { Shift } from './shift.entity.js';

export interface ShiftOfEvent {
  readonly shift: Shift;
  readonly event: VolunteerEvent;
}

/** For reading. @throws Refusal `not-found` */
export async function findShift(manager: EntityManager, id: string): Promise<ShiftOfEvent> {
  return withEvent(manager, await manager.findOneBy(Shift, { id }));
}

/** For a change of the shift or its sign-ups; comes first, so that everybody locks in one order. @throws Refusal `not-found` */
export async function takeShift(tx: Transaction, id: string): Promise<ShiftOfEvent> {
  return withEvent(tx.manager, await tx.find(Shift, { id }));
}

async function withEvent(manager: EntityManager, shift: Shift | null): Promise<ShiftOfEvent> {
  if (!shift) throw new Refusal(commonProblems['not-found']);
  return { shift, event: await manager.findOneByOrFail(VolunteerEvent, { id: shift.eventId }) };
}
