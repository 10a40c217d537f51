import type { ConsentEntry } from './consent-entry.entity.js';

const dayMilliseconds = 24 * 60 * 60_000;
/** Somebody who said no is left in peace that long. */
const quietDays = 180;

type LastDecision = Pick<ConsentEntry, 'state' | 'textVersion' | 'at'>;

/** From when on a person who said no may be asked once more; null when there is nothing to wait for. */
export function askAgainAfter(last: LastDecision | undefined): Date | null {
  return last?.state === 'withdrawn' ? new Date(last.at.getTime() + quietDays * dayMilliseconds) : null;
}

/** Whether asking is in order: never asked, agreed to an older wording, or said no long enough ago. */
export function mayAsk(last: LastDecision | undefined, currentTextVersion: string, now: Date): boolean {
  if (last?.state === 'granted') return last.textVersion !== currentTextVersion;
  const quietUntil = askAgainAfter(last);
  return quietUntil === null || quietUntil <= now;
}
