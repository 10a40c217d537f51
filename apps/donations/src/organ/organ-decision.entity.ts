import { newId } from '@sanxian/shared/config';
import { fact, OrganDecisionRecorded } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import type { PersonKey } from '@sanxian/shared/security';
import { Check, Column, Entity, Index } from 'typeorm';
import { type OrganDecisionContent, openContent, sealContent } from './organ-decision-content.js';

export interface NewOrganDecision {
  readonly personId: string;
  /** The highest there is of this person, 0 before the first. */
  readonly latestVersion: number;
  readonly recordedBy: 'self' | 'staff';
  readonly content: OrganDecisionContent;
}

/**
 * What a person decided about their organs at one time. Written once: whoever thinks anew, or takes it back, adds another, and
 * the newest counts. No column tells giving from refusing, nor does the length of any.
 */
@Entity('organ_decisions')
@Check('organ_decisions_author', `recorded_by IN ('self', 'staff')`)
@Index('organ_decisions_by_person', ['personId', 'version'], { unique: true })
export class OrganDecision {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  /** Counts the person's decisions from 1; the database itself lets no number be given twice. */
  @VersionColumn()
  readonly version!: number;

  @Column({ type: 'varchar', length: 2000, name: 'sealed_content' })
  readonly sealedContent!: string;

  @Column({ type: 'varchar', length: 20, name: 'recorded_by' })
  readonly recordedBy!: 'self' | 'staff';

  @InstantColumn({ name: 'recorded_at' })
  readonly recordedAt!: Date;

  static record(
    { personId, latestVersion, recordedBy, content }: NewOrganDecision,
    key: PersonKey,
    now: Date,
  ): { decision: OrganDecision; recorded: OrganDecisionRecorded } {
    const id = newId();
    const version = latestVersion + 1;
    const sealedContent = sealContent(id, content, key);
    const row = { id, personId, version, sealedContent, recordedBy, recordedAt: now };
    const recorded = { decisionId: id, personId, version, recordedAt: now.toISOString() };
    return { decision: Object.assign(new OrganDecision(), row), recorded: fact(OrganDecisionRecorded, recorded) };
  }

  /** Null once the person's key was erased. */
  content(key: PersonKey | null): OrganDecisionContent | null {
    return openContent(this.id, this.sealedContent, key);
  }
}
