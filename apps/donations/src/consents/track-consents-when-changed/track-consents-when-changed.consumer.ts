import { Controller } from '@nestjs/common';
import { ConsentGranted, ConsentWithdrawn, DonationsConsentApplied, PersonRegistered } from '@sanxian/shared/contracts';
import { type EventContext, Subscribe } from '@sanxian/shared/messaging';
import { ConsentAnnouncement, ConsentProjection } from '@sanxian/shared/security';
import { WithdrawStemCellIntentWhenConsentWithdrawn } from '../../stem-cell/withdraw-intent-when-consent-withdrawn/withdraw-intent-when-consent-withdrawn.handler.js';

@Controller()
export class TrackConsentsWhenChanged {
  constructor(
    private readonly consents: ConsentProjection,
    private readonly announcement: ConsentAnnouncement,
    private readonly withdrawStemCellIntent: WithdrawStemCellIntentWhenConsentWithdrawn,
  ) {}

  @Subscribe(PersonRegistered, { consumer: 'donations/track-consents-when-person-registered' })
  async registered({ personId }: PersonRegistered, context: EventContext): Promise<void> {
    await this.consents.see(personId, context);
  }

  @Subscribe(ConsentGranted, { consumer: 'donations/track-consents-when-granted' })
  async granted(event: ConsentGranted, context: EventContext): Promise<void> {
    const change = await this.consents.grant(event, context);
    if (change) await this.announcement.emit(context.tx, DonationsConsentApplied, change);
  }

  @Subscribe(ConsentWithdrawn, { consumer: 'donations/track-consents-when-withdrawn' })
  async withdrawn(event: ConsentWithdrawn, context: EventContext): Promise<void> {
    const change = await this.consents.withdraw(event, context);
    await this.withdrawStemCellIntent.handle(event, context);
    if (change) await this.announcement.emit(context.tx, DonationsConsentApplied, change);
  }
}
