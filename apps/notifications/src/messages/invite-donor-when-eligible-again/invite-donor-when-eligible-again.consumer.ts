import { Controller } from '@nestjs/common';
import { DonorEligibleAgain } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class InviteDonorWhenEligibleAgain {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(DonorEligibleAgain, { consumer: 'notifications/invite-donor-when-eligible-again' })
  async handle({ personId, intentId, product, eligibleFrom }: DonorEligibleAgain, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: 'blood-eligible-again',
      personId,
      subject: { type: 'blood-intent', id: intentId },
      facts: { product, eligibleFrom },
    });
  }
}
