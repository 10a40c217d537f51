import type { BloodIntentResponse } from '../../blood/blood-intent.dto.js';
import type { BloodDonationRecordResponse } from '../../blood/donation-record.dto.js';
import type { OrganDecisionResponse } from '../../organ/organ-decision.dto.js';
import type { StemCellIntentResponse } from '../../stem-cell/stem-cell-intent.dto.js';

export class MyDonations {
  /** Newest first; beyond 100 the list of intents goes on. */
  bloodIntents!: BloodIntentResponse[];

  /** Newest first; beyond 100 the list of records goes on. */
  donationRecords!: BloodDonationRecordResponse[];

  /** The one that is not withdrawn. */
  stemCellIntent!: StemCellIntentResponse | null;

  /** The newest; null when there never was one. */
  organDecision!: OrganDecisionResponse | null;
}
