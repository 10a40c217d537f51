import { IsIn } from 'class-validator';
import type { Outcome } from './pre-screen/pre-screen.js';

export const intentProducts = ['whole-blood', 'platelets'] as const;
export type IntentProduct = (typeof intentProducts)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export class BloodType {
  @IsIn(['A', 'B', 'AB', 'O'])
  abo!: 'A' | 'B' | 'AB' | 'O';

  @IsIn(['positive', 'negative'])
  rhD!: 'positive' | 'negative';
}

export class BloodIntentPreScreen {
  outcome!: Outcome;

  /** The day that was asked about. */
  on!: string;

  ruleSetId!: string;
}

export class BloodIntentResponse {
  id!: string;

  status!: 'active' | 'withdrawn';

  product!: IntentProduct;

  /** Only for whole blood, and only if the person said. */
  volumeMl!: number | null;

  /** As the person said. */
  bloodType!: BloodType | null;

  area!: string;

  preferredDays!: Weekday[];

  /** What was shown by a receipt at registration. */
  preScreen!: BloodIntentPreScreen | null;

  registeredAt!: Date;

  withdrawnAt!: Date | null;

  version!: number;
}
