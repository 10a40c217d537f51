import type { VolunteerEvent } from '../events/volunteer-event.entity.js';
import type { Shift } from './shift.entity.js';
import type { ShiftOnOffer } from './sign-up-rules/may-sign-up.js';

/** A shift as the sign-up rules see it. */
export const shiftOnOffer = (shift: Shift, event: VolunteerEvent): ShiftOnOffer => ({
  ...shift,
  isOpen: event.status === 'published',
  isDangerous: event.isDangerous,
  isInsured: event.insurance !== null,
});
