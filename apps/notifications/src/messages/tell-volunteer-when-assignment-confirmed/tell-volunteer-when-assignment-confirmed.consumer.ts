import { Controller } from '@nestjs/common';
import { AssignmentConfirmed } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { shiftFacts } from '../shift-facts.js';
import { WriteMessage } from '../write-message.js';

const kinds = { 'sign-up': 'signed-up', promotion: 'promoted', coordinator: 'assigned' } as const;

@Controller()
export class TellVolunteerWhenAssignmentConfirmed {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(AssignmentConfirmed, { consumer: 'notifications/tell-volunteer-when-assignment-confirmed' })
  async handle(event: AssignmentConfirmed, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: kinds[event.via],
      personId: event.personId,
      subject: { type: 'sign-up', id: event.signUpId },
      facts: shiftFacts(event),
    });
  }
}
