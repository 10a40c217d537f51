import { Controller } from '@nestjs/common';
import { ConsentGranted, ConsentWithdrawn, PersonRegistered } from '@sanxian/shared/contracts';
import { type EventContext, Subscribe } from '@sanxian/shared/messaging';
import { ConsentProjection } from '@sanxian/shared/security';

@Controller()
export class TrackConsentsWhenChanged {
  constructor(private readonly consents: ConsentProjection) {}

  @Subscribe(PersonRegistered, { consumer: 'volunteers/track-consents-when-person-registered' })
  async registered({ personId }: PersonRegistered, context: EventContext): Promise<void> {
    await this.consents.see(personId, context);
  }

  @Subscribe(ConsentGranted, { consumer: 'volunteers/track-consents-when-granted' })
  granted(event: ConsentGranted, context: EventContext): Promise<void> {
    return this.consents.grant(event, context);
  }

  @Subscribe(ConsentWithdrawn, { consumer: 'volunteers/track-consents-when-withdrawn' })
  withdrawn(event: ConsentWithdrawn, context: EventContext): Promise<void> {
    return this.consents.withdraw(event, context);
  }
}
