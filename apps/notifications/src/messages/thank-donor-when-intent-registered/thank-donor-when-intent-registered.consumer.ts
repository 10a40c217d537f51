import { Controller } from '@nestjs/common';
import { BloodIntentRegistered } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class ThankDonorWhenIntentRegistered {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(BloodIntentRegistered, { consumer: 'notifications/thank-donor-when-intent-registered' })
  async handle({ intentId, personId, product }: BloodIntentRegistered, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: 'blood-intent-registered',
      personId,
      subject: { type: 'blood-intent', id: intentId },
      facts: { product },
    });
  }
}
