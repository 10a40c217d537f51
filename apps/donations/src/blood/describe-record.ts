import type { BloodDonationRecordResponse } from './donation-record.dto.js';
import type { DonationRecord } from './donation-record.entity.js';

export function describeRecord(record: DonationRecord): BloodDonationRecordResponse {
  const { id, product, volumeMl, units, donatedOn, source, recordedAt, removedAt, version } = record;
  return { id, product, volumeMl, units, donatedOn, source, recordedAt, removedAt, version };
}
