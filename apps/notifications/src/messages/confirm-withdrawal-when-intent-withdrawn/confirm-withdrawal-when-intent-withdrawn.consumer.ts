import { Controller } from '@nestjs/common';
import { BloodIntentWithdrawn } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class ConfirmWithdrawalWhenIntentWithdrawn {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(BloodIntentWithdrawn, { consumer: 'notifications/confirm-withdrawal-when-intent-withdrawn' })
  async handle({ intentId, personId, product }: BloodIntentWithdrawn, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: 'blood-intent-withdrawn',
      personId,
      subject: { type: 'blood-intent', id: intentId },
      facts: { product },
    });
  }
}
