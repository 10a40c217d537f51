import { Controller } from '@nestjs/common';
import {
  ConsentGranted,
  ConsentWithdrawn,
  NotificationsConsentApplied,
  PersonRegistered,
} from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { ConsentAnnouncement, ConsentProjection } from '@sanxian/shared/security';
import { Withdrawals } from '../withdrawals.js';

@Controller()
export class TrackConsentsWhenChanged {
  constructor(
    private readonly consents: ConsentProjection,
    private readonly announcement: ConsentAnnouncement,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Subscribe(PersonRegistered, { consumer: 'notifications/track-consents-when-person-registered' })
  async registered({ personId }: PersonRegistered, context: EventContext): Promise<void> {
    await this.consents.see(personId, context);
  }

  @Subscribe(ConsentGranted, { consumer: 'notifications/track-consents-when-granted' })
  async granted(event: ConsentGranted, context: EventContext): Promise<void> {
    const change = await this.consents.grant(event, context);
    if (!change) return;
    await this.withdrawals.forget(context.tx, change);
    await this.announcement.emit(context.tx, NotificationsConsentApplied, change);
  }

  @Subscribe(ConsentWithdrawn, { consumer: 'notifications/track-consents-when-withdrawn' })
  async withdrawn(event: ConsentWithdrawn, context: EventContext): Promise<void> {
    const change = await this.consents.withdraw(event, context);
    if (change) await this.withdrawals.apply(context.tx, change);
  }
}
