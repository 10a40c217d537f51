import { IsIn } from 'class-validator';
import type { Outcome } from './pre-screen/pre-screen.js';

export const intentProducts = ['whole-blood', 'platelets'] as const;
export type IntentProduct = (typeof intentProducts)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export class BloodType {
  @IsIn(['A', 'B', 'AB', 'O'])
  abo!: 'A' | 'B' | 'AB' | 'O';

  /** @example positive */
  @IsIn(['positive', 'negative'])
  rhD!: 'positive' | 'negative';
}

export class BloodIntentPreScreen {
  /** @example likely-eligible */
  outcome!: Outcome;

  /**
   * The day that was asked about.
   * @example '2026-11-23'
   */
  on!: string;

  /** @example CN-2011 */
  ruleSetId!: string;
}

export class BloodIntentResponse {
  id!: string;

  status!: 'active' | 'withdrawn';

  /** @example whole-blood */
  product!: IntentProduct;

  /**
   * Only for whole blood, and only if the person said.
   * @example 400
   */
  volumeMl!: number | null;

  /** As the person said. */
  bloodType!: BloodType | null;

  /** @example '331102' */
  area!: string;

  /** @example ['sat', 'sun'] */
  preferredDays!: Weekday[];

  /** What was shown by a receipt at registration. */
  preScreen!: BloodIntentPreScreen | null;

  registeredAt!: Date;

  withdrawnAt!: Date | null;

  version!: number;
}
