import { setTimeout as wait } from 'node:timers/promises';
import type { ReadinessCheck } from './readiness-checks.js';

/** Says on the way out that no more requests should come, before any is refused. */
export class Draining implements ReadinessCheck {
  readonly name = 'process';
  private begun = false;

  reason(): string | undefined {
    return this.begun ? 'draining' : undefined;
  }

  /** Resolves when whoever spreads the requests has had the time to look. */
  async begin(milliseconds: number): Promise<void> {
    this.begun = true;
    if (milliseconds > 0) await wait(milliseconds);
  }
}
