import { traceContext } from '../config/trace-context.js';

/** Whoever asked for the work has stopped waiting, and has been told so: it would take the place of what is still awaited. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

/**
 * Called when a transaction is about to begin, never inside one: what has begun is finished.
 * @throws NobodyWaits
 */
export function assertAnswerIsAwaited(): void {
  const answerBy = traceContext.getStore()?.answerBy;
  if (answerBy !== undefined && performance.now() >= answerBy) throw new NobodyWaits();
}
