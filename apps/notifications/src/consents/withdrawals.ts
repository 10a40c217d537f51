import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { NotificationsConsentApplied, type Purpose } from '@sanxian/shared/contracts';
import type { Transaction } from '@sanxian/shared/persistence';
import { ConsentAnnouncement } from '@sanxian/shared/security';
import { kindsFor } from '../messages/message-kinds.js';
import { TextMessage } from '../text-messages/text-message.entity.js';
import { PendingWithdrawal } from './pending-withdrawal.entity.js';

/**
 * Takes a withdrawn purpose out of everything on its way, and vouches for it not before nothing of it is: what the
 * provider holds at that moment may still arrive.
 */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly clock: Clock,
    private readonly announcement: ConsentAnnouncement,
  ) {}

  /** Belongs behind the change of the consent itself: whoever claims a message reads that first. */
  async apply(tx: Transaction, withdrawal: PendingWithdrawal): Promise<void> {
    const { personId, purpose, identityVersion } = withdrawal;
    if (await this.dropWhatCanBeDropped(tx, withdrawal)) {
      await this.forget(tx, withdrawal);
      await this.announcement.emit(tx, NotificationsConsentApplied, { ...withdrawal, state: 'withdrawn' });
    } else {
      await tx.manager.upsert(PendingWithdrawal, { personId, purpose, identityVersion }, ['personId', 'purpose']);
    }
  }

  /** To be called in every transaction that takes a message out of the provider's hands. */
  async resume(tx: Transaction, personId: string, purpose: Purpose): Promise<void> {
    const pending = await tx.find(PendingWithdrawal, { personId, purpose });
    if (pending) await this.apply(tx, pending);
  }

  /** A withdrawal that a newer consent has overtaken needs no proof any more. */
  async forget(tx: Transaction, { personId, purpose }: Pick<PendingWithdrawal, 'personId' | 'purpose'>): Promise<void> {
    await tx.manager.delete(PendingWithdrawal, { personId, purpose });
  }

  /** @returns whether nothing is left */
  private async dropWhatCanBeDropped(tx: Transaction, { personId, purpose }: PendingWithdrawal): Promise<boolean> {
    const kinds = kindsFor(purpose);
    if (kinds.length === 0) return true;
    const now = this.clock.now();
    const open = await tx.manager
      .createQueryBuilder(TextMessage, 'message')
      .where('message.personId = :personId AND message.status IN (:...open)', { personId, open: ['queued', 'sending'] })
      .andWhere('message.kind IN (:...kinds)', { kinds })
      .getMany();
    const droppable = open.filter((message) => !message.isWithProvider(now));
    for (const message of droppable) {
      message.follow({ action: 'drop', reason: 'consent-withdrawn' }, now);
      await tx.update(message);
    }
    return droppable.length === open.length;
  }
}
