import type { Language, Texts } from '@sanxian/shared/contracts';
import { placeOf } from '../../events/describe-event.js';
import type { VolunteerEvent } from '../../events/volunteer-event.entity.js';
import type { Shift } from '../../shifts/shift.entity.js';
import type { SignUp } from '../../shifts/sign-up.entity.js';

export type CalendarStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** What a calendar shows of one sign-up. */
export interface CalendarEntry {
  /** The same for as long as there is the sign-up. */
  readonly uid: string;
  /** Grows with every change of sign-up and event, and never falls: neither version does. */
  readonly sequence: number;
  readonly status: CalendarStatus;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly location: string;
  readonly point: { readonly lat: number; readonly lng: number } | null;
  readonly description: string;
}

interface SignUpInContext {
  readonly signUp: SignUp;
  readonly shift: Shift;
  readonly event: VolunteerEvent;
}

const statuses: Readonly<Record<SignUp['status'], CalendarStatus>> = {
  confirmed: 'CONFIRMED',
  waitlisted: 'TENTATIVE',
  withdrawn: 'CANCELLED',
  cancelled: 'CANCELLED',
};

const prefixes: Readonly<Record<CalendarStatus, Texts>> = {
  CONFIRMED: { 'zh-CN': '', en: '' },
  TENTATIVE: { 'zh-CN': '候补：', en: 'Wait list: ' },
  CANCELLED: { 'zh-CN': '已取消：', en: 'Cancelled: ' },
};

const states: Readonly<Record<SignUp['status'], Texts>> = {
  confirmed: { 'zh-CN': '您已报名，期待与您相见。', en: 'You have a place. We look forward to seeing you.' },
  waitlisted: {
    'zh-CN': '您在候补名单上，有空位时会通知您。',
    en: 'You are on the wait list and will hear when a place becomes free.',
  },
  withdrawn: { 'zh-CN': '您已不在此班次中。', en: 'You are no longer in this shift.' },
  cancelled: { 'zh-CN': '活动已取消，感谢您的报名。', en: 'The event is cancelled. Thank you for having signed up.' },
};

const roleLabel: Texts = { 'zh-CN': '岗位：', en: 'Role: ' };
const reasonLabel: Texts = { 'zh-CN': '原因：', en: 'Reason: ' };

/** Nobody is in it but the reader: of other people a sign-up tells nothing, not even a place in the wait list, which they move. */
export function calendarEntry({ signUp, shift, event }: SignUpInContext, language: Language): CalendarEntry {
  const status = statuses[signUp.status];
  const { name: location, lat, lng } = placeOf(event);
  return {
    uid: `sign-up-${signUp.id}@sanxian`,
    sequence: signUp.version + event.version,
    status,
    createdAt: signUp.signedUpAt,
    changedAt: lastChange(signUp, event),
    startsAt: signUp.startsAt,
    endsAt: signUp.endsAt,
    summary: `${prefixes[status][language]}${event.title} · ${shift.role}`,
    location,
    point: lat == null || lng == null ? null : { lat, lng },
    description: description(signUp, shift, event, language),
  };
}

function description(signUp: SignUp, shift: Shift, event: VolunteerEvent, language: Language): string {
  const reason = signUp.status === 'cancelled' ? event.cancellationReason : null;
  const lines = [
    states[signUp.status][language],
    reason && `${reasonLabel[language]}${reason}`,
    `${roleLabel[language]}${shift.role}`,
    event.description,
  ];
  return lines.filter((line) => line).join('\n');
}

function lastChange(signUp: SignUp, event: VolunteerEvent): Date {
  const known = [
    signUp.changedAt,
    signUp.endedAt,
    signUp.signedUpAt,
    event.changedAt,
    event.cancelledAt,
    event.publishedAt,
  ];
  return new Date(Math.max(...known.map((instant) => instant?.getTime() ?? 0)));
}
