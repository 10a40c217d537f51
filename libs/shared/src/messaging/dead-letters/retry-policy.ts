import { Refusal } from '../../contracts/refusal.js';
import { maskText } from '../../security/mask.js';
import { ContractViolation } from '../dispatcher/decode-event.js';

const firstDelayMilliseconds = 1_000;
const longestDelayMilliseconds = 10 * 60_000;
const mostAttempts = 10;

/** Milliseconds until the next try: doubling from one second, ten minutes at most. */
export function retryDelay(attempts: number): number {
  return Math.min(firstDelayMilliseconds * 2 ** Math.max(0, attempts - 1), longestDelayMilliseconds);
}

/** What the domain or the contract refuses is refused for good; everything else may pass (a lock, a network, a bug that gets mended). */
export function isHopeless(error: unknown, attempts: number): boolean {
  return error instanceof Refusal || error instanceof ContractViolation || attempts >= mostAttempts;
}

/** Name and message, 500 characters at most, without what may be somebody's data: ops read it, and equal ones are one group. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return maskText(text).slice(0, 500);
}
