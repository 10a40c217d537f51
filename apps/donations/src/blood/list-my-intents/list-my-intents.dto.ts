import type { BloodIntentResponse } from '../blood-intent.dto.js';

export class BloodIntentPage {
  items!: BloodIntentResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
