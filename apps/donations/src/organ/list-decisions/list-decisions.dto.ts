import type { OrganDecisionResponse } from '../organ-decision.dto.js';

export class OrganDecisionPage {
  items!: OrganDecisionResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
