import { newId } from '@sanxian/shared/config';
import { DonationRecorded, DonationRecordRemoved, fact } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import type { RecordedProduct, RecordSource } from './donation-record.dto.js';
import type { CalendarDate } from './pre-screen/calendar-date.js';

export interface NewDonationRecord {
  readonly personId: string;
  readonly product: RecordedProduct;
  readonly volumeMl: number | null;
  readonly units: number | null;
  readonly donatedOn: CalendarDate;
  readonly source: RecordSource;
}

/** One donation that has taken place. Records are the truth from which every date of the next one is computed anew. */
@Entity('donation_records')
@Check('donation_records_product', `product IN ('whole-blood', 'platelets', 'plasma')`)
@Check('donation_records_source', `source IN ('self-reported', 'entered-by-coordinator')`)
@Index('donation_records_by_open_key', ['openKey'], { unique: true })
@Index('donation_records_by_person', ['personId', 'donatedOn', 'id'])
export class DonationRecord {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 20 })
  readonly product!: RecordedProduct;

  @Column({ type: 'integer', name: 'volume_ml', nullable: true })
  readonly volumeMl!: number | null;

  @Column({ type: 'integer', nullable: true })
  readonly units!: number | null;

  @Column({ type: 'varchar', length: 10, name: 'donated_on' })
  readonly donatedOn!: CalendarDate;

  @Column({ type: 'varchar', length: 30 })
  readonly source!: RecordSource;

  /** Person, product and day while the record counts, else null: the database itself takes no donation twice. */
  @Column({ type: 'varchar', length: 60, name: 'open_key', nullable: true })
  readonly openKey!: string | null;

  @InstantColumn({ name: 'recorded_at' })
  readonly recordedAt!: Date;

  @InstantColumn({ name: 'removed_at', nullable: true })
  readonly removedAt!: Date | null;

  @VersionColumn()
  version!: number;

  static record(details: NewDonationRecord, now: Date): { record: DonationRecord; recorded: DonationRecorded } {
    const open = { id: newId(), openKey: openKeyOf(details), recordedAt: now, removedAt: null };
    const record = Object.assign(new DonationRecord(), details, open);
    const { personId, product, source } = details;
    const recordedAt = now.toISOString();
    return { record, recorded: fact(DonationRecorded, { recordId: record.id, personId, product, source, recordedAt }) };
  }

  /** Takes a mistake back. The first time counts: after it nothing changes and there is nothing to tell. */
  remove(now: Date): DonationRecordRemoved[] {
    if (this.removedAt) return [];
    Object.assign(this, { removedAt: now, openKey: null });
    const { id, personId, product } = this;
    return [fact(DonationRecordRemoved, { recordId: id, personId, product, removedAt: now.toISOString() })];
  }
}

/** What no two records that count have in common. */
export function openKeyOf({ personId, product, donatedOn }: Omit<NewDonationRecord, 'source'>): string {
  return `${personId}/${product}/${donatedOn}`;
}
