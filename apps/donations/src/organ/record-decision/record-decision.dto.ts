import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import {
  type KinInformed,
  kinAnswers,
  type OrganDecisionChoice,
  type OrganDecisionForm,
  organDecisionForms,
  organDecisions,
  type OrganItem,
  organItems,
} from '../organ-decision.dto.js';
import { OrganExecutor } from '../organ-executor.dto.js';
import { IsOnlyForOptIn } from './is-only-for-opt-in.js';

export class RecordOrganDecisionRequest {
  /**
   * To give, or not to give; `none` takes back what was decided before.
   * @example opt-in
   */
  @IsIn(organDecisions)
  decision!: OrganDecisionChoice;

  /**
   * Only with `opt-in`; without it the six organs heart, lung, liver, kidney, pancreas, small intestine.
   * @example ['kidney', 'cornea']
   */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(organItems, { each: true })
  @IsOnlyForOptIn()
  items?: OrganItem[];

  /** @example written */
  @IsIn(organDecisionForms)
  form!: OrganDecisionForm;

  /** Only with `opt-in`. Can follow later. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganExecutor)
  @IsOnlyForOptIn()
  executor?: OrganExecutor;

  /**
   * Whether the family knows, if the person likes to say.
   * @example told
   */
  @IsOptional()
  @IsIn(kinAnswers)
  kinInformed?: KinInformed;
}
