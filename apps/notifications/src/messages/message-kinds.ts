import type { Purpose } from '@sanxian/shared/contracts';
import type { MessageFacts, MessageKind } from './message-facts.js';
import { assigned } from './texts/assigned.js';
import { bloodEligibleAgain } from './texts/blood-eligible-again.js';
import { bloodIntentRegistered } from './texts/blood-intent-registered.js';
import { bloodIntentWithdrawn } from './texts/blood-intent-withdrawn.js';
import { eventCancelled } from './texts/event-cancelled.js';
import type { MessageDefinition } from './texts/message-definition.js';
import { organDecisionRecorded } from './texts/organ-decision-recorded.js';
import { promoted } from './texts/promoted.js';
import { signedUp } from './texts/signed-up.js';
import { stemCellIntentRegistered } from './texts/stem-cell-intent-registered.js';
import { stemCellIntentWithdrawn } from './texts/stem-cell-intent-withdrawn.js';
import { waitListed } from './texts/wait-listed.js';

/** Every kind of message there is. */
export const messageKinds: { readonly [Kind in MessageKind]: MessageDefinition<MessageFacts[Kind]> } = {
  'blood-intent-registered': bloodIntentRegistered,
  'blood-intent-withdrawn': bloodIntentWithdrawn,
  'stem-cell-intent-registered': stemCellIntentRegistered,
  'stem-cell-intent-withdrawn': stemCellIntentWithdrawn,
  'organ-decision-recorded': organDecisionRecorded,
  'blood-eligible-again': bloodEligibleAgain,
  'signed-up': signedUp,
  'wait-listed': waitListed,
  promoted,
  assigned,
  'event-cancelled': eventCancelled,
};

/** The kinds that leave under one consent; a purpose may have none. */
export function kindsFor(purpose: Purpose): MessageKind[] {
  return (Object.keys(messageKinds) as MessageKind[]).filter((kind) => messageKinds[kind].purpose === purpose);
}
