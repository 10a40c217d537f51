import { Controller } from '@nestjs/common';
import { BloodIntentRegistered } from '@sanxian/shared/contracts';
import { type EventContext, Subscribe } from '@sanxian/shared/messaging';
import { DonorWatch } from '../invite-when-eligible-again/donor-watch.js';

@Controller()
export class LookAtDonorWhenIntentRegistered {
  constructor(private readonly donorWatch: DonorWatch) {}

  /** By the event and not in the registration itself: whoever registers an intent, and however, need not know of it. */
  @Subscribe(BloodIntentRegistered, { consumer: 'donations/look-at-donor-when-intent-registered' })
  async handle({ personId }: BloodIntentRegistered, { tx }: EventContext): Promise<void> {
    await this.donorWatch.lookAgain(tx, personId);
  }
}
