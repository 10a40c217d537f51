import { Controller } from '@nestjs/common';
import { SignUpWaitlisted } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { shiftFacts } from '../shift-facts.js';
import { WriteMessage } from '../write-message.js';

@Controller()
export class TellVolunteerWhenWaitListed {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(SignUpWaitlisted, { consumer: 'notifications/tell-volunteer-when-wait-listed' })
  async handle(event: SignUpWaitlisted, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: 'wait-listed',
      personId: event.personId,
      subject: { type: 'sign-up', id: event.signUpId },
      facts: { ...shiftFacts(event), position: event.position },
    });
  }
}
