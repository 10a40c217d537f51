import { Controller } from '@nestjs/common';
import {
  type ConsentApplied,
  DonationsConsentApplied,
  NotificationsConsentApplied,
  VolunteersConsentApplied,
} from '@sanxian/shared/contracts';
import { type EventContext, Subscribe } from '@sanxian/shared/messaging';
import { type ApplyingService, ConsentApplication } from '../consent-application.entity.js';

@Controller()
export class KeepProofWhenConsentApplied {
  @Subscribe(DonationsConsentApplied, { consumer: 'gateway/keep-proof-when-donations-applied-consent' })
  async byDonations(event: DonationsConsentApplied, context: EventContext): Promise<void> {
    await keep('donations', event, context);
  }

  @Subscribe(VolunteersConsentApplied, { consumer: 'gateway/keep-proof-when-volunteers-applied-consent' })
  async byVolunteers(event: VolunteersConsentApplied, context: EventContext): Promise<void> {
    await keep('volunteers', event, context);
  }

  @Subscribe(NotificationsConsentApplied, { consumer: 'gateway/keep-proof-when-notifications-applied-consent' })
  async byNotifications(event: NotificationsConsentApplied, context: EventContext): Promise<void> {
    await keep('notifications', event, context);
  }
}

/** The newest change counts, in whatever order services get to say so. */
async function keep(service: ApplyingService, event: ConsentApplied, { tx }: EventContext): Promise<void> {
  const { personId, purpose, state, identityVersion } = event;
  const which = { personId, purpose, service };
  const application = { ...which, state, identityVersion, appliedAt: new Date(event.appliedAt) };
  const known = await tx.find(ConsentApplication, which);
  if (!known) await tx.manager.insert(ConsentApplication, application);
  else if (known.identityVersion < identityVersion) await tx.manager.update(ConsentApplication, which, application);
}
