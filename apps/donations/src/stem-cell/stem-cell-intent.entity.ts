import { newId } from '@sanxian/shared/config';
import { fact, StemCellIntentRegistered, StemCellStageChanged } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import { mayFollow, type StemCellStage, stemCellStages } from './stages/stem-cell-stages.policy.js';

export interface NewStemCellIntent {
  readonly personId: string;
  readonly area: string;
  /** Encrypted under the person's key. */
  readonly sealedContacts: string;
  readonly consent: { readonly textVersion: string; readonly identityVersion: number };
}

/** Who took the intent to a stage. The consent speaks for itself: whoever takes it back takes back what stands on it. */
export type StemCellStageAuthor = 'self' | 'staff' | 'consent-withdrawn';

const coolingOffMilliseconds = 7 * 86_400_000;

/** A person's word that they want to join the stem cell registry, and how far they have come since. One at a time. */
@Entity('stem_cell_intents')
@Check('stem_cell_intents_stage', `stage IN (${stemCellStages.map((stage) => `'${stage}'`).join(', ')})`)
@Index('stem_cell_intents_by_open_key', ['openKey'], { unique: true })
@Index('stem_cell_intents_by_person', ['personId', 'registeredAt', 'id'])
export class StemCellIntent {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 9 })
  readonly area!: string;

  @Column({ type: 'varchar', length: 40, name: 'consent_text_version' })
  readonly consentTextVersion!: string;

  /** The version of the account at which the consent was given: a later withdrawal ends the intent, an earlier one that comes late does not. */
  @Column({ type: 'integer', name: 'consent_version' })
  readonly consentVersion!: number;

  @InstantColumn({ name: 'registered_at' })
  readonly registeredAt!: Date;

  @InstantColumn({ name: 'cooling_off_ends_at' })
  readonly coolingOffEndsAt!: Date;

  @Column({ type: 'varchar', length: 40 })
  readonly stage!: StemCellStage;

  /** The person while the intent is open, else null: the database itself lets nobody in twice. */
  @Column({ type: 'varchar', length: 36, name: 'open_key', nullable: true })
  readonly openKey!: string | null;

  /** Null once withdrawn: nobody needs the contacts any more. */
  @Column({ type: 'varchar', length: 2000, name: 'sealed_contacts', nullable: true })
  readonly sealedContacts!: string | null;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  readonly withdrawnAt!: Date | null;

  @VersionColumn()
  version!: number;

  static register(
    { personId, area, sealedContacts, consent }: NewStemCellIntent,
    now: Date,
  ): { intent: StemCellIntent; registered: StemCellIntentRegistered } {
    const intent = Object.assign(new StemCellIntent(), {
      id: newId(),
      personId,
      area,
      consentTextVersion: consent.textVersion,
      consentVersion: consent.identityVersion,
      registeredAt: now,
      coolingOffEndsAt: new Date(now.getTime() + coolingOffMilliseconds),
    });
    intent.become({ stage: 'INTENT', openKey: personId, sealedContacts, withdrawnAt: null });
    const registered = fact(StemCellIntentRegistered, {
      intentId: intent.id,
      personId,
      area,
      registeredAt: now.toISOString(),
      coolingOffEndsAt: intent.coolingOffEndsAt.toISOString(),
    });
    return { intent, registered };
  }

  isInCoolingOff(now: Date): boolean {
    return this.stage !== 'WITHDRAWN' && now < this.coolingOffEndsAt;
  }

  /** Takes the word back, at whatever stage, and forgets the contacts. The first time counts: after it there is nothing to tell. */
  withdraw(by: StemCellStageAuthor, now: Date): StemCellStageChanged[] {
    if (this.stage === 'WITHDRAWN') return [];
    this.become({ sealedContacts: null, openKey: null, withdrawnAt: now });
    return [this.moveTo('WITHDRAWN', by, now)];
  }

  private moveTo(stage: StemCellStage, changedBy: StemCellStageAuthor, now: Date): StemCellStageChanged {
    const { id: intentId, personId, stage: previousStage } = this;
    if (!mayFollow(previousStage, stage)) throw new Error(`${stage} does not follow ${previousStage}`);
    this.become({ stage });
    const changedAt = now.toISOString();
    return fact(StemCellStageChanged, { intentId, personId, previousStage, stage, changedBy, changedAt });
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<StemCellIntent>): void {
    Object.assign(this, state);
  }
}
