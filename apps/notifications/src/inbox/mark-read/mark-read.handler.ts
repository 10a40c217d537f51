import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { InboxMessage } from '../../messages/inbox-message.entity.js';

@Injectable()
export class MarkRead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(personId: string, messageId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const message = await tx.find(InboxMessage, { id: messageId, personId });
      if (!message) throw new Refusal(commonProblems['not-found']);
      if (message.firstReadAt) return;
      message.markRead(this.clock.now());
      await tx.update(message);
    });
  }
}
