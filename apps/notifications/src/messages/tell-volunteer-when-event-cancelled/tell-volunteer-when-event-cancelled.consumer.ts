import { Controller } from '@nestjs/common';
import { AssignmentReleased } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { shiftFacts } from '../shift-facts.js';
import { WriteMessage } from '../write-message.js';

@Controller()
export class TellVolunteerWhenEventCancelled {
  constructor(private readonly messages: WriteMessage) {}

  /** Listens to the release of each sign-up: the cancellation itself does not say who was coming. */
  @Subscribe(AssignmentReleased, { consumer: 'notifications/tell-volunteer-when-event-cancelled' })
  async handle(event: AssignmentReleased, { tx }: EventContext): Promise<void> {
    if (event.reason !== 'event-cancelled') return;
    await this.messages.write(tx, {
      kind: 'event-cancelled',
      personId: event.personId,
      subject: { type: 'event', id: event.eventId },
      facts: shiftFacts(event),
    });
  }
}
