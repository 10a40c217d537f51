import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

/** The first request of a key runs for longer than its repetition can wait. */
export const keyInFlight = (): Refusal =>
  new Refusal(commonProblems['idempotency-key-in-flight'], {}, [], { retryAfterSeconds: 5 });
