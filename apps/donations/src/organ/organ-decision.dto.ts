export const organDecisions = ['opt-in', 'refuse', 'none'] as const;
export type OrganDecisionChoice = (typeof organDecisions)[number];

/** The organs of 人体器官捐献和移植条例 Art. 2. Corneas and the body are given under other rules, and named apart. */
export const sixOrgans = ['heart', 'lung', 'liver', 'kidney', 'pancreas', 'small-intestine'] as const;
export const organItems = [...sixOrgans, 'cornea', 'body'] as const;
export type OrganItem = (typeof organItems)[number];

export const organDecisionForms = ['written', 'will'] as const;
export type OrganDecisionForm = (typeof organDecisionForms)[number];

export const kinAnswers = ['told', 'not-yet', 'no-answer'] as const;
export type KinInformed = (typeof kinAnswers)[number];

export type StillOpen = 'executor' | 'family-told';

export class MaskedOrganExecutor {
  /** @example 王* */
  name!: string;

  /** @example 138****1234 */
  phone!: string;

  /**
   * What the executor is to the person, in the person's words.
   * @example 女儿
   */
  relation!: string | null;
}

export class OrganDecisionResponse {
  id!: string;

  /**
   * To give, or not to give; `none` says that no decision is on record any more.
   * @example opt-in
   */
  decision!: OrganDecisionChoice;

  /**
   * Only with `opt-in`.
   * @example ['heart', 'lung', 'liver', 'kidney', 'pancreas', 'small-intestine']
   */
  items!: OrganItem[];

  /** @example written */
  form!: OrganDecisionForm;

  /** Masked. Who sees to it that the body goes where the person wished. */
  executor!: MaskedOrganExecutor | null;

  kinInformed!: KinInformed | null;

  /** What could still be added when the person likes; the decision counts without it. */
  stillOpen!: StillOpen[];

  recordedAt!: Date;

  recordedBy!: 'self' | 'staff';

  /** Which of the person's decisions it is, counted from 1. The highest is the current one; none ever changes. */
  version!: number;
}
