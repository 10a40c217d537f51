import type { StemCellStage } from './stages/stem-cell-stages.policy.js';

export class MaskedStemCellContact {
  /** @example 王* */
  name!: string;

  /**
   * What the contact is to the person, in the person's words.
   * @example 姐姐
   */
  relation!: string;

  /** @example 138****1234 */
  phone!: string;
}

export class StemCellIntentResponse {
  id!: string;

  /** @example INTENT */
  stage!: StemCellStage;

  /** @example '331102' */
  area!: string;

  /** Masked. Erased, and so empty, once the intent is withdrawn. */
  contacts!: MaskedStemCellContact[];

  /**
   * The wording of the consent it stands on.
   * @example '2026-11'
   */
  consentTextVersion!: string;

  registeredAt!: Date;

  /** Until then nothing is passed on to anybody. */
  coolingOffEndsAt!: Date;

  isInCoolingOff!: boolean;

  withdrawnAt!: Date | null;

  version!: number;
}
