import type { EventClass } from './event-contract.js';
import { PersonRegistered } from './identity/person-registered.v1.js';
import { ConsentGranted } from './identity/consent-granted.v1.js';
import { ConsentWithdrawn } from './identity/consent-withdrawn.v1.js';
import { PersonChanged } from './identity/person-changed.v1.js';
import { BloodIntentRegistered } from './donations/blood-intent-registered.v1.js';
import { BloodIntentWithdrawn } from './donations/blood-intent-withdrawn.v1.js';
import { DonationRecorded } from './donations/donation-recorded.v1.js';
import { DonationRecordRemoved } from './donations/donation-record-removed.v1.js';
import { DonorEligibleAgain } from './donations/donor-eligible-again.v1.js';
import { DonationsConsentApplied } from './donations/consent-applied.v1.js';
import { OrganDecisionRecorded } from './donations/organ-decision-recorded.v1.js';
import { StemCellIntentRegistered } from './donations/stem-cell-intent-registered.v1.js';
import { StemCellStageChanged } from './donations/stem-cell-stage-changed.v1.js';
import { VolunteerRegistered } from './volunteers/volunteer-registered.v1.js';
import { EventPublished } from './volunteers/event-published.v1.js';
import { EventCancelled } from './volunteers/event-cancelled.v1.js';
import { SignUpWaitlisted } from './volunteers/sign-up-waitlisted.v1.js';
import { AssignmentConfirmed } from './volunteers/assignment-confirmed.v1.js';
import { AssignmentReleased } from './volunteers/assignment-released.v1.js';
import { VolunteersConsentApplied } from './volunteers/consent-applied.v1.js';
import { SkillGranted } from './volunteers/skill-granted.v1.js';
import { SkillExpired } from './volunteers/skill-expired.v1.js';
import { MessageSent } from './notifications/message-sent.v1.js';
import { MessageFailed } from './notifications/message-failed.v1.js';
import { NotificationsConsentApplied } from './notifications/consent-applied.v1.js';

/** Every event there is: the one list from type to class. */
export const eventCatalogue: readonly EventClass[] = [
  PersonRegistered,
  ConsentGranted,
  ConsentWithdrawn,
  PersonChanged,
  BloodIntentRegistered,
  BloodIntentWithdrawn,
  DonationRecorded,
  DonationRecordRemoved,
  DonorEligibleAgain,
  DonationsConsentApplied,
  StemCellIntentRegistered,
  StemCellStageChanged,
  OrganDecisionRecorded,
  VolunteerRegistered,
  EventPublished,
  EventCancelled,
  SignUpWaitlisted,
  AssignmentConfirmed,
  AssignmentReleased,
  VolunteersConsentApplied,
  SkillGranted,
  SkillExpired,
  MessageSent,
  MessageFailed,
  NotificationsConsentApplied,
];
