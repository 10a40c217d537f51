import { Injectable } from '@nestjs/common';
import { mostReplayedTogether } from '../../../messaging/dead-letters/dead-letters.js';
import { HeldMessage } from '../../../messaging/dead-letters/held-message.entity.js';
import { DeadLetterDesk } from '../dead-letter-desk.js';
import type { DeadLetterGroupRequest } from '../dead-letter.dto.js';
import type { DeadLetterGroupReplayResponse } from './replay-group.dto.js';

@Injectable()
export class ReplayGroup {
  constructor(private readonly desk: DeadLetterDesk) {}

  handle(actorId: string, { consumer, error }: DeadLetterGroupRequest): Promise<DeadLetterGroupReplayResponse> {
    const group = { consumer, reason: error, state: 'dead' } as const;
    return this.desk.settleAll(
      { actorId, action: 'replay-dead-letter' },
      ({ manager }) => manager.find(HeldMessage, { where: group, order: { id: 'ASC' }, take: mostReplayedTogether }),
      async (deadLetters, tx, letters) => {
        await deadLetters.replayLater(tx, letters);
        return { replaying: letters.length, left: await tx.manager.countBy(HeldMessage, group) };
      },
    );
  }
}
