import type { IntentProduct, Weekday } from './blood-intent.dto.js';

/** As staff see it: without what a pre-screen said and without the blood type, which they need for nothing here. */
export class BloodIntentOfPersonResponse {
  id!: string;

  status!: 'active' | 'withdrawn';

  /** @example whole-blood */
  product!: IntentProduct;

  /**
   * Only for whole blood, and only if the person said.
   * @example 400
   */
  volumeMl!: number | null;

  /** @example 331102 */
  area!: string;

  /** @example ['sat', 'sun'] */
  preferredDays!: Weekday[];

  registeredAt!: Date;

  withdrawnAt!: Date | null;

  version!: number;
}
