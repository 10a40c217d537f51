import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { TextMessages } from '@sanxian/shared/channels';
import { Clock, RepeatingTask } from '@sanxian/shared/config';
import { ReadDatabase, UnitOfWork } from '@sanxian/shared/persistence';
import { Withdrawals } from '../../consents/withdrawals.js';
import { messageKinds } from '../../messages/message-kinds.js';
import { TextMessage } from '../text-message.entity.js';
import { ClaimTextMessage, type ClaimedTextMessage } from './claim-text-message.js';

const pollMilliseconds = 500;
const batchSize = 20;

/**
 * Sends what is due. A row is claimed before and settled after the provider is called, never around it; a crash in
 * between sends the row again under the same key once the claim has lapsed.
 */
@Injectable()
export class SendQueuedTextMessages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SendQueuedTextMessages.name);
  private readonly task = new RepeatingTask({
    everyMilliseconds: pollMilliseconds,
    pass: () => this.sendDue(),
    onError: (error) => this.logger.error(error),
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly claimTextMessage: ClaimTextMessage,
    private readonly provider: TextMessages,
    private readonly withdrawals: Withdrawals,
  ) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  wake(): void {
    this.task.wake();
  }

  private async sendDue(): Promise<void> {
    let ids: string[];
    do {
      ids = await this.dueIds();
      // All are awaited before an error ends the pass: a pass leaves nothing running behind.
      const results = await Promise.allSettled(ids.map((id) => this.send(id)));
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    } while (ids.length === batchSize);
  }

  private async dueIds(): Promise<string[]> {
    const rows = await this.reads.manager
      .createQueryBuilder(TextMessage, 'message')
      .where('message.status IN (:...open) AND message.nextAttemptAt <= :now', {
        open: ['queued', 'sending'],
        now: this.clock.now(),
      })
      .orderBy('message.nextAttemptAt')
      .limit(batchSize)
      .getMany();
    return rows.map((row) => row.id);
  }

  private async send(id: string): Promise<void> {
    const claimed = await this.claimTextMessage.claim(id);
    if (!claimed || this.clock.now() >= claimed.handOverBefore) return;
    const taken = await this.handToProvider(claimed);
    await this.unitOfWork.run(async (tx) => {
      const message = await tx.find(TextMessage, { id, version: claimed.version });
      // The claim lapsed and somebody else has sent it under the same key.
      if (!message) return;
      const now = this.clock.now();
      const facts = taken ? [message.markSent(now)] : message.recordFailure(now);
      await tx.update(message);
      await tx.emit(message, ...facts);
      await this.withdrawals.resume(tx, message.personId, messageKinds[message.kind].purpose);
    });
  }

  private async handToProvider({ id, to, text }: ClaimedTextMessage): Promise<boolean> {
    try {
      await this.provider.send({ to, text, idempotencyKey: id });
      return true;
    } catch (error) {
      // Its name only: the provider's own words may repeat the number.
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn(`Text message ${id} was not taken by the provider (${name})`);
      return false;
    }
  }
}
