import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { UnitOfWork, type Transaction } from '@sanxian/shared/persistence';
import { ConsentState, PersonKeys } from '@sanxian/shared/security';
import { Withdrawals } from '../../consents/withdrawals.js';
import { InboxMessage } from '../../messages/inbox-message.entity.js';
import { messageKinds } from '../../messages/message-kinds.js';
import { Recipient } from '../../people/recipient.entity.js';
import { TextMessage } from '../text-message.entity.js';
import { decideSending } from './decide-sending.js';

/** A claimed message in words, ready for the provider. */
export interface ClaimedTextMessage {
  readonly id: string;
  /** Settles only what nobody has claimed anew. */
  readonly version: number;
  /** Later than this it is not sent on this claim. */
  readonly handOverBefore: Date;
  readonly to: string;
  readonly text: string;
}

/** Looks once more at consent and recipient, and takes the message for sending, sets it back or drops it. */
@Injectable()
export class ClaimTextMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** The claimed message, or null when it is not to be sent now. */
  claim(id: string): Promise<ClaimedTextMessage | null> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const message = await tx.find(TextMessage, { id });
      if (!message?.isDue(now)) return null;
      const recipient = await this.findRecipient(tx, message.personId);
      const consent = await this.findConsent(tx, message);
      const decision = decideSending({ now, createdAt: message.createdAt, consent, recipient });
      message.follow(decision, now);
      await tx.update(message);
      if (decision.action !== 'send' || !recipient) {
        // The claim of a sender that died has lapsed, and may have been the last thing a withdrawal waited for.
        await this.withdrawals.resume(tx, message.personId, messageKinds[message.kind].purpose);
        return null;
      }
      const inboxMessage = await tx.manager.findOneByOrFail(InboxMessage, { id: message.inboxMessageId });
      const { shortText } = inboxMessage.inWords(recipient.language);
      const { version, handOverBefore } = message;
      return { id, version, handOverBefore, to: decision.to, text: shortText };
    });
  }

  private async findRecipient({ manager }: Transaction, personId: string) {
    const recipient = await manager.findOneBy(Recipient, { personId });
    const key = await this.personKeys.find(manager, personId);
    // Without the key the person has been erased, and the row says nothing any more.
    return recipient && key ? { language: recipient.language, phone: recipient.phone(key) } : null;
  }

  // For change: where rows are locked, a withdrawal that is being applied is waited for.
  private async findConsent(tx: Transaction, { personId, kind }: TextMessage) {
    const consent = await tx.find(ConsentState, { personId, purpose: messageKinds[kind].purpose });
    return consent && { granted: consent.state === 'granted', changedAt: consent.changedAt };
  }
}
