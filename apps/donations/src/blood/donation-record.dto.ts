/** A stem-cell donation is not among them: its day would lead to the patient, and its ledger is another. */
export const recordedProducts = ['whole-blood', 'platelets', 'plasma'] as const;
export type RecordedProduct = (typeof recordedProducts)[number];

export const recordSources = ['self-reported', 'entered-by-coordinator'] as const;
export type RecordSource = (typeof recordSources)[number];

export class BloodDonationRecordResponse {
  id!: string;

  product!: RecordedProduct;

  /** Only for whole blood, and only where it is known. */
  volumeMl!: number | null;

  /** Only for platelets, and only where it is known. */
  units!: number | null;

  /**
   * The day of the donation.
   * @example 2026-05-04
   */
  donatedOn!: string;

  source!: RecordSource;

  recordedAt!: Date;

  /** When it was taken back as a mistake; it no longer counts from then on. */
  removedAt!: Date | null;

  version!: number;
}
