import { Documented, IsCalendarDate } from '@sanxian/shared/http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsPreScreenArea } from '../is-pre-screen-area.js';
import type { Outcome, Sex } from '../pre-screen/pre-screen.js';
import type { BloodProduct, DonatedProduct } from '../pre-screen/rule-set.js';

export class PreScreenPerson {
  /** @example '1994-03-07' */
  @IsCalendarDate()
  birthDate!: string;

  @IsIn(['male', 'female'])
  sex!: Sex;

  /**
   * Without it the blood station is to be asked.
   * @example 56
   */
  @IsOptional()
  @IsNumber()
  @Min(1)
  @Max(500)
  weightKg?: number;
}

export class PreScreenDonation {
  /** @example whole-blood */
  @IsIn(['whole-blood', 'platelets', 'plasma', 'stem-cell'])
  product!: DonatedProduct;

  /**
   * null when the day is not known.
   * @example '2026-04-11'
   */
  @ValidateIf(({ donatedOn }: PreScreenDonation) => donatedOn !== null)
  @IsCalendarDate()
  donatedOn!: string | null;
}

export class BloodPreScreenRequest {
  /** The place of collection: GB/T 2260 code, or US, GB, EU, WHO. */
  @IsPreScreenArea()
  area!: string;

  /** @example whole-blood */
  @IsIn(['whole-blood', 'platelets', 'plasma'])
  product!: BloodProduct;

  /** The day of the donation; today in Asia/Shanghai when left out. */
  @IsOptional()
  @IsCalendarDate()
  onDate?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => PreScreenPerson)
  person!: PreScreenPerson;

  /** Earlier donations, in any order. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => PreScreenDonation)
  history?: PreScreenDonation[];

  /** By fact (see questions); a fact left out counts as "no". */
  @Documented({
    type: 'object',
    additionalProperties: {
      oneOf: [
        { type: 'object', required: ['on'], properties: { on: { type: 'string', format: 'date' } } },
        {
          type: 'object',
          required: ['value'],
          properties: { value: { type: 'string', enum: ['yes', 'no', 'unknown'] } },
        },
      ],
    },
    example: { 'oral-care': { on: '2026-11-20' }, pregnant: { value: 'no' } },
  })
  @IsOptional()
  @IsObject()
  // As it came: class-transformer drops some names without a word, and every unknown fact is to be refused.
  @Transform(({ obj }: { obj: { answers?: unknown } }) => obj.answers)
  answers?: Record<string, unknown>;
}

export class PreScreenReason {
  /** @example CN-T-DENTAL1 */
  ruleId!: string;

  /** @example deferred */
  outcome!: 'deferred' | 'ask-blood-station' | 'not-eligible';

  /**
   * The first day on which this rule no longer defers, where one can be named.
   * @example '2026-11-24'
   */
  until?: string;

  /**
   * The rule in words, and what it means for this person.
   * @example 预筛：口腔护理、洁牙后满3天可以献血。请您在2026年11月24日及以后再来。
   */
  text!: string;

  /**
   * Where the rule is written.
   * @example GB 18467-2011《献血者健康检查要求》，据血站公开说明
   */
  source!: string;
}

export class AppliedRuleSet {
  /** @example CN-2011 */
  id!: string;

  /** @example '2012-07-01' */
  effectiveFrom!: string;
}

export class BloodPreScreenAnswer {
  /** @example deferred */
  outcome!: Outcome;

  /**
   * The outcome in a sentence or two, in the reader's language.
   * @example 预筛结果：欢迎您在2026年11月24日及以后来献血，谢谢您的心意。到时能否献血由血站检查后决定。
   */
  summary!: string;

  /**
   * Only with `deferred`: the latest date of all reasons.
   * @example '2026-11-24'
   */
  eligibleFrom?: string;

  /** The rules that defer, exclude, or say to ask. */
  reasons!: PreScreenReason[];

  ruleSet!: AppliedRuleSet;

  /**
   * Says that the blood station asks further questions in person.
   * @example 这是预筛。有些问题由血站人员当面保密询问，最终以血站检查为准。
   */
  notice!: string;

  /**
   * A signed statement of outcome, date, product and rule set, for a registration within one hour.
   * @example eyJvdXRjb21lIjoiZGVmZXJyZWQifQ.c2lnbmF0dXJl
   */
  receipt!: string;
}
