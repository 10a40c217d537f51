import { Controller } from '@nestjs/common';
import { OrganDecisionRecorded } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class ConfirmRecordWhenOrganDecisionRecorded {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(OrganDecisionRecorded, { consumer: 'notifications/confirm-record-when-organ-decision-recorded' })
  async handle({ decisionId, personId }: OrganDecisionRecorded, { tx }: EventContext): Promise<void> {
    await this.messages.write(tx, {
      kind: 'organ-decision-recorded',
      personId,
      subject: { type: 'organ-decision', id: decisionId },
      facts: {},
    });
  }
}
