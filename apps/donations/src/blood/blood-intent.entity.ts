import { newId } from '@sanxian/shared/config';
import { BloodIntentRegistered, BloodIntentWithdrawn, fact } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import type { IntentProduct, Weekday } from './blood-intent.dto.js';
import type { Outcome } from './pre-screen/pre-screen.js';

export interface NewBloodIntent {
  readonly personId: string;
  readonly product: IntentProduct;
  readonly volumeMl: number | null;
  /** Encrypted under the person's key. */
  readonly sealedBloodType: string | null;
  readonly area: string;
  readonly preferredDays: Weekday[];
  readonly preScreen: { readonly outcome: Outcome; readonly on: string; readonly ruleSetId: string } | null;
}

/** A person's word that they want to give blood. It stays when consent to contact is withdrawn; it ends by their word alone. */
@Entity('blood_intents')
@Check('blood_intents_product', `product IN ('whole-blood', 'platelets')`)
@Index('blood_intents_by_person', ['personId', 'registeredAt', 'id'])
export class BloodIntent {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 20 })
  readonly product!: IntentProduct;

  @Column({ type: 'integer', name: 'volume_ml', nullable: true })
  readonly volumeMl!: number | null;

  @Column({ type: 'varchar', length: 255, name: 'sealed_blood_type', nullable: true })
  readonly sealedBloodType!: string | null;

  @Column({ type: 'varchar', length: 9 })
  readonly area!: string;

  @Column({ type: 'json', name: 'preferred_days' })
  readonly preferredDays!: Weekday[];

  @Column({ type: 'varchar', length: 20, name: 'pre_screen_outcome', nullable: true })
  readonly preScreenOutcome!: Outcome | null;

  @Column({ type: 'varchar', length: 10, name: 'pre_screen_on', nullable: true })
  readonly preScreenOn!: string | null;

  @Column({ type: 'varchar', length: 40, name: 'pre_screen_rule_set_id', nullable: true })
  readonly preScreenRuleSetId!: string | null;

  @InstantColumn({ name: 'registered_at' })
  readonly registeredAt!: Date;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  private endedAt!: Date | null;

  @VersionColumn()
  version!: number;

  static register({ preScreen, ...details }: NewBloodIntent, now: Date): { intent: BloodIntent; registered: object } {
    const intent = Object.assign(new BloodIntent(), details, {
      id: newId(),
      preScreenOutcome: preScreen?.outcome ?? null,
      preScreenOn: preScreen?.on ?? null,
      preScreenRuleSetId: preScreen?.ruleSetId ?? null,
      registeredAt: now,
    });
    intent.endedAt = null;
    const { personId, product, area } = details;
    const registered = fact(BloodIntentRegistered, {
      intentId: intent.id,
      personId,
      product,
      area,
      registeredAt: now.toISOString(),
    });
    return { intent, registered };
  }

  get withdrawnAt(): Date | null {
    return this.endedAt;
  }

  get status(): 'active' | 'withdrawn' {
    return this.endedAt ? 'withdrawn' : 'active';
  }

  /** Takes the word back. The first time counts: after it nothing changes and there is nothing to tell. */
  withdraw(now: Date): BloodIntentWithdrawn[] {
    if (this.endedAt) return [];
    this.endedAt = now;
    const { id, personId, product } = this;
    return [fact(BloodIntentWithdrawn, { intentId: id, personId, product, withdrawnAt: now.toISOString() })];
  }
}
