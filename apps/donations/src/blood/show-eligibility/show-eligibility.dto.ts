import { IsOptional } from 'class-validator';
import type { IntentProduct } from '../blood-intent.dto.js';
import { IsPreScreenArea } from '../is-pre-screen-area.js';
import type { Outcome } from '../pre-screen/pre-screen.js';
import type { AppliedRuleSet, PreScreenReason } from '../run-pre-screen/run-pre-screen.dto.js';

export class BloodEligibilityQuery {
  /** The place of collection; that of the reader's newest intent when left out. */
  @IsOptional()
  @IsPreScreenArea()
  area?: string;
}

export class BloodEligibilityOfProduct {
  product!: IntentProduct;

  outcome!: Outcome;

  /**
   * The first day, today at the earliest, that no rule on ages and intervals stands against; null when none can be named.
   * @example 2027-02-28
   */
  eligibleFrom!: string | null;

  /** The rules that defer, exclude, or say to ask, today or on the day another wait ends. */
  reasons!: PreScreenReason[];
}

export class BloodEligibility {
  items!: BloodEligibilityOfProduct[];

  ruleSet!: AppliedRuleSet;

  /** Says that the blood station asks further questions in person. */
  notice!: string;
}
