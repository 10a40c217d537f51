import type { EventPlace } from '../events/place.dto.js';
import type { EventStatus } from '../events/volunteer-event.entity.js';
import type { EndReason, SignUpStatus } from './sign-up.entity.js';

export class SignUpShift {
  id!: string;

  /** @example 急救培训助手 */
  role!: string;

  startsAt!: Date;

  endsAt!: Date;
}

export class SignUpEvent {
  id!: string;

  /** @example 急救知识进社区 */
  title!: string;

  /** @example published */
  status!: EventStatus;

  place!: EventPlace;
}

export class SignUpResponse {
  id!: string;

  /** @example confirmed */
  status!: SignUpStatus;

  /** Place in the wait list at this moment, 1 is next; only while waiting. */
  position?: number;

  personId!: string;

  shift!: SignUpShift;

  event!: SignUpEvent;

  signedUpAt!: Date;

  endedAt!: Date | null;

  endReason!: EndReason | null;

  version!: number;
}
