import { Controller } from '@nestjs/common';
import { PersonChanged } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { PeopleSeal, PersonKeys } from '@sanxian/shared/security';
import { Recipient } from '../recipient.entity.js';

@Controller()
export class KeepRecipientWhenPersonChanged {
  constructor(
    private readonly peopleSeal: PeopleSeal,
    private readonly personKeys: PersonKeys,
  ) {}

  @Subscribe(PersonChanged, { consumer: 'notifications/keep-recipient-when-person-changed' })
  async handle({ personId, sealed }: PersonChanged, { tx, aggregateVersion }: EventContext): Promise<void> {
    const known = await tx.find(Recipient, { personId });
    if (known && known.profileVersion >= aggregateVersion) return;
    const details = this.peopleSeal.open(personId, sealed);
    const key = await this.personKeys.obtain(tx, personId);
    const recipient = Recipient.from(personId, details, aggregateVersion, key);
    if (known) await tx.manager.update(Recipient, { personId }, recipient);
    else await tx.manager.insert(Recipient, recipient);
  }
}
