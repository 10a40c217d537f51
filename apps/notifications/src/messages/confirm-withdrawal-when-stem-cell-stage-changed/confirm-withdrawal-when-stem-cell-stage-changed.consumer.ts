import { Controller } from '@nestjs/common';
import { StemCellStageChanged } from '@sanxian/shared/contracts';
import { Subscribe, type EventContext } from '@sanxian/shared/messaging';
import { WriteMessage } from '../write-message.js';

@Controller()
export class ConfirmWithdrawalWhenStemCellStageChanged {
  constructor(private readonly messages: WriteMessage) {}

  @Subscribe(StemCellStageChanged, { consumer: 'notifications/confirm-withdrawal-when-stem-cell-stage-changed' })
  async handle({ intentId, personId, stage }: StemCellStageChanged, { tx }: EventContext): Promise<void> {
    if (stage !== 'WITHDRAWN') return;
    await this.messages.write(tx, {
      kind: 'stem-cell-intent-withdrawn',
      personId,
      subject: { type: 'stem-cell-intent', id: intentId },
      facts: {},
    });
  }
}
