import type { BloodDonationRecordResponse } from '../donation-record.dto.js';

export class BloodDonationRecordPage {
  items!: BloodDonationRecordResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
