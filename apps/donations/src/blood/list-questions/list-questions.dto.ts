import { IsIn, IsOptional } from 'class-validator';
import { IsPreScreenArea } from '../is-pre-screen-area.js';
import type { BloodProduct } from '../pre-screen/rule-set.js';

export class BloodQuestionsQuery {
  /** The place of collection: GB/T 2260 code, or US, GB, EU, WHO. */
  @IsPreScreenArea()
  area!: string;

  /** Only questions that matter for this product. */
  @IsOptional()
  @IsIn(['whole-blood', 'platelets', 'plasma'])
  product?: BloodProduct;
}

export class BloodQuestion {
  /**
   * The key of the answer in a pre-screen.
   * @example oral-care
   */
  fact!: string;

  /** @example 最近一次洁牙或口腔护理是哪天？ */
  text!: string;

  /** Whether a date is asked for, or yes, no, unknown. */
  answer!: 'date' | 'choice';

  group!: 'donor' | 'treatment' | 'women' | 'illness' | 'infection' | 'vaccine' | 'long-term';

  /**
   * The ids of the rules behind the question.
   * @example ['CN-T-DENTAL1']
   */
  rules!: string[];
}

export class BloodQuestionGroup {
  /** @example treatment */
  group!: 'donor' | 'treatment' | 'women' | 'illness' | 'infection' | 'vaccine' | 'long-term';

  /**
   * A heading for its questions.
   * @example 治疗、手术与用药
   */
  text!: string;
}

export class BloodQuestionCatalogue {
  /** Group by group, in the order of `groups`. */
  items!: BloodQuestion[];

  groups!: BloodQuestionGroup[];

  /**
   * Says that the blood station asks further questions in person.
   * @example 这是预筛。有些问题由血站人员当面保密询问，最终以血站检查为准。
   */
  notice!: string;
}
