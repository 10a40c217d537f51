import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../../persistence/columns.js';

/** A form a person signed and staff entered: what a row that did not come online rests on. Only ever added. */
@Entity('paper_forms')
@Index('paper_forms_by_person', ['personId', 'recordedAt', 'id'])
@Index('paper_forms_by_subject', ['subjectType', 'subjectId'])
export class PaperFormRow {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 40, name: 'subject_type' })
  readonly subjectType!: string;

  @ReferenceColumn({ name: 'subject_id' })
  readonly subjectId!: string;

  /** Its number and the day it was signed. The number leads to the form in the cabinet, so it is sealed with the person's key. */
  @Column({ type: 'varchar', length: 400, name: 'sealed_form' })
  readonly sealedForm!: string;

  /** The account of the staff who entered it. */
  @ReferenceColumn({ name: 'recorded_by' })
  readonly recordedBy!: string;

  @InstantColumn({ name: 'recorded_at' })
  readonly recordedAt!: Date;
}
