import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { placeOf } from '../events/describe-event.js';
import type { VolunteerEvent } from '../events/volunteer-event.entity.js';
import type { Shift } from './shift.entity.js';
import type { SignUpResponse } from './sign-up.dto.js';
import { SignUp } from './sign-up.entity.js';

export async function describeSignUp(
  manager: EntityManager,
  signUp: SignUp,
  shift: Shift,
  event: VolunteerEvent,
): Promise<SignUpResponse> {
  const { id, status, personId, signedUpAt, endedAt, endReason, version } = signUp;
  return {
    id,
    status,
    position: await placeInWaitList(manager, signUp),
    personId,
    shift: { id: shift.id, role: shift.role, startsAt: shift.startsAt, endsAt: shift.endsAt },
    event: { id: event.id, title: event.title, status: event.status, place: placeOf(event) },
    ...{ signedUpAt, endedAt, endReason, version },
  };
}

/** 1 is next; undefined for somebody who does not wait. */
export async function placeInWaitList(manager: EntityManager, signUp: SignUp): Promise<number | undefined> {
  const { shiftId, status, waitNumber } = signUp;
  if (status !== 'waitlisted') return undefined;
  return manager.countBy(SignUp, { shiftId, status, waitNumber: LessThanOrEqual(waitNumber) });
}
