import type { HeldMessage } from '../../messaging/dead-letters/held-message.entity.js';
import type { TryResult } from '../../messaging/dead-letters/dead-letters.js';
import type { DeadLetterResponse, DeadLetterTryResponse } from './dead-letter.dto.js';

export function describeDeadLetter({
  id,
  consumer,
  message,
  reason,
  attempts,
  heldAt,
}: HeldMessage): DeadLetterResponse {
  return { number: id, consumer, type: message.headers['ce_type'] ?? null, error: reason ?? '', attempts, heldAt };
}

export const describeTry = (result: TryResult): DeadLetterTryResponse => ({
  succeeds: result.succeeds,
  error: result.succeeds ? null : result.error,
});
