import { Controller } from '@nestjs/common';
import { StemCellIntentRegistered } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class ThankDonorWhenStemCellIntentRegistered {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(StemCellIntentRegistered, { consumer: 'notifications/thank-donor-when-stem-cell-intent-registered' })
  async handle(
    { intentId, personId, coolingOffEndsAt }: StemCellIntentRegistered,
    { tx }: EventContext,
  ): Promise<void> {
    await this.messages.write(tx, {
      kind: 'stem-cell-intent-registered',
      personId,
      subject: { type: 'stem-cell-intent', id: intentId },
      facts: { coolingOffEndsAt },
    });
  }
}
