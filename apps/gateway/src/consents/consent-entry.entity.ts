import { Check, Column, Entity, Index } from 'typeorm';
import { newId } from '@sanxian/shared/config';
import { ConsentGranted, ConsentWithdrawn, fact, type Language, type Purpose } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn } from '@sanxian/shared/persistence';
import type { Account } from '../accounts/account.entity.js';
import type { ConsentText } from './texts/consent-text.js';
import { hashOfConsentText } from './texts/consent-texts.js';

export interface ConsentDecision {
  readonly purpose: Purpose;
  readonly state: 'granted' | 'withdrawn';
  readonly text: ConsentText;
  /** The language the text was read in. */
  readonly language: Language;
}

/** How the decision reached the ledger. */
export type ConsentOrigin =
  | { readonly channel: 'online' }
  /** Signed on paper; `recordedBy` is the account of the staff who took it down. */
  | { readonly channel: 'paper'; readonly recordedBy: string };

/** One line of the consent ledger: only ever added, never changed. The newest of a purpose is in force. */
@Entity('consent_entries')
@Check('consent_entries_state', "state IN ('granted', 'withdrawn')")
@Check('consent_entries_channel', "channel IN ('online', 'paper')")
@Index('consent_entries_order', ['accountId', 'accountVersion'], { unique: true })
export class ConsentEntry {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'account_id' })
  readonly accountId!: string;

  /** The account's version with this change: the order of a person's entries. */
  @Column({ type: 'integer', name: 'account_version' })
  readonly accountVersion!: number;

  @Column({ type: 'varchar', length: 40 })
  readonly purpose!: Purpose;

  @Column({ type: 'varchar', length: 10 })
  readonly state!: 'granted' | 'withdrawn';

  @Column({ type: 'varchar', length: 40, name: 'text_version' })
  readonly textVersion!: string;

  /** SHA-256 of the wording that was agreed to or refused, in the language it was read in. */
  @Column({ type: 'varchar', length: 64, name: 'text_hash' })
  readonly textHash!: string;

  @Column({ type: 'varchar', length: 10 })
  readonly channel!: ConsentOrigin['channel'];

  /** The staff who took it down from paper; null for what the person did alone. */
  @ReferenceColumn({ name: 'recorded_by', nullable: true })
  readonly recordedBy!: string | null;

  @InstantColumn()
  readonly at!: Date;

  /**
   * @param account as it is after the change of version that goes with the decision
   * @param latest what was in force until now: taking a consent back concerns the wording that was agreed to
   */
  static of(
    account: Account,
    { purpose, state, text, language }: ConsentDecision,
    origin: ConsentOrigin,
    latest: ConsentEntry | null,
    at: Date,
  ): ConsentEntry {
    const takenBack = state === 'withdrawn' ? latest : null;
    return Object.assign(new ConsentEntry(), {
      id: newId(),
      accountId: account.id,
      accountVersion: account.version,
      purpose,
      state,
      textVersion: takenBack?.textVersion ?? text.version,
      textHash: takenBack?.textHash ?? hashOfConsentText(text, language),
      channel: origin.channel,
      recordedBy: origin.channel === 'paper' ? origin.recordedBy : null,
      at,
    });
  }

  /** Whether this is what the person decides once more. */
  says({ state, text }: ConsentDecision): boolean {
    return this.state === state && (state === 'withdrawn' || this.textVersion === text.version);
  }

  /** What others learn of it. */
  announcement(): ConsentGranted | ConsentWithdrawn {
    const { accountId: personId, purpose, textVersion } = this;
    const at = this.at.toISOString();
    return this.state === 'granted'
      ? fact(ConsentGranted, { personId, purpose, textVersion, grantedAt: at })
      : fact(ConsentWithdrawn, { personId, purpose, withdrawnAt: at });
  }
}
