import { AssignmentConfirmed, AssignmentReleased, fact, SignUpWaitlisted } from '@sanxian/shared/contracts';
import type { VolunteerEvent } from '../events/volunteer-event.entity.js';
import type { Shift } from './shift.entity.js';
import type { EndReason, SignUp } from './sign-up.entity.js';

/** What others hear of the sign-ups of one shift, with all they need to put it into words. */
export class SignUpFacts {
  constructor(
    private readonly shift: Shift,
    private readonly event: VolunteerEvent,
  ) {}

  /** @param position place in the wait list, 1 is next */
  waitlisted(signUp: SignUp, position: number): SignUpWaitlisted {
    return fact(SignUpWaitlisted, { ...this.about(signUp), position });
  }

  confirmed(signUp: SignUp, via: AssignmentConfirmed['via']): AssignmentConfirmed {
    return fact(AssignmentConfirmed, { ...this.about(signUp), via });
  }

  /** @param signUp as it was before it ended */
  released(signUp: SignUp, reason: EndReason): AssignmentReleased {
    return fact(AssignmentReleased, { ...this.about(signUp), reason, wasConfirmed: signUp.status === 'confirmed' });
  }

  private about({ id, personId }: SignUp) {
    const { shift, event } = this;
    return {
      signUpId: id,
      shiftId: shift.id,
      eventId: event.id,
      personId,
      eventTitle: event.title,
      placeName: event.placeName,
      role: shift.role,
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
    };
  }
}
