import { newId } from '@sanxian/shared/config';
import { IdColumn, InstantColumn, ReferenceColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import type { StemCellStage } from './stages/stem-cell-stages.policy.js';
import type { StemCellIntent, StemCellStageAuthor } from './stem-cell-intent.entity.js';

/** One line of an intent's history: written once, with the change itself, and never touched again. */
@Entity('stem_cell_stage_changes')
@Check('stem_cell_stage_changes_author', `changed_by IN ('self', 'staff', 'consent-withdrawn')`)
@Index('stem_cell_stage_changes_by_intent', ['intentId', 'id'])
export class StemCellStageChange {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'intent_id' })
  readonly intentId!: string;

  @Column({ type: 'varchar', length: 40 })
  readonly stage!: StemCellStage;

  @Column({ type: 'varchar', length: 20, name: 'changed_by' })
  readonly changedBy!: StemCellStageAuthor;

  @InstantColumn({ name: 'changed_at' })
  readonly changedAt!: Date;

  /** The line about the stage an intent has just come to. */
  static of({ id, stage }: StemCellIntent, changedBy: StemCellStageAuthor, changedAt: Date): StemCellStageChange {
    return Object.assign(new StemCellStageChange(), { id: newId(), intentId: id, stage, changedBy, changedAt });
  }
}
