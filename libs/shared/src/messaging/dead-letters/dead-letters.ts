import type { EntityManager } from 'typeorm';
import type { Dispatcher } from '../dispatcher/dispatcher.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { HeldMessage } from './held-message.entity.js';
import { describeError } from './retry-policy.js';

export type DryRunResult = { readonly succeeds: true } | { readonly succeeds: false; readonly error: string };

/** Rolls the dry run back. */
class DryRunEnded extends Error {}

/** What a person can do about messages one service could not handle. Followers of the same key run when it is settled. */
export class DeadLetters {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Dead messages, oldest first. */
  list(limit: number): Promise<HeldMessage[]> {
    return this.runtime.reads.manager.find(HeldMessage, {
      where: { state: 'dead' },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Runs the handler and takes everything back, whatever came of it. */
  async dryRun(id: number): Promise<DryRunResult> {
    const held = await this.find(id);
    try {
      await this.runtime.unitOfWork.run(async (tx) => {
        await this.dispatcher.handle(tx, this.dispatcher.consumerNamed(held.consumer), held.message);
        throw new DryRunEnded();
      });
    } catch (error) {
      if (error instanceof DryRunEnded) return { succeeds: true };
      return { succeeds: false, error: describeError(error) };
    }
    throw new Error('A dry run cannot commit');
  }

  /** Puts the message back in line for the worker, with all its tries. */
  async replay(id: number): Promise<void> {
    const nextAttemptAt = this.runtime.clock.now();
    await this.runtime.unitOfWork.run(({ manager }) =>
      this.settle(manager, id, { state: 'waiting', attempts: 0, nextAttemptAt }),
    );
  }

  /** Gives the message up; the reason stays on record. */
  async discard(id: number, reason: string): Promise<void> {
    const { consumer, eventId } = await this.find(id);
    await this.runtime.unitOfWork.run(async ({ manager }) => {
      await this.settle(manager, id, { state: 'discarded', discardReason: reason });
      // Delivered once more, it would have its effect after all.
      if (eventId) await this.dispatcher.inbox.claim(manager, consumer, eventId);
    });
  }

  private async settle(manager: EntityManager, id: number, change: Partial<HeldMessage>): Promise<void> {
    const { affected } = await manager.update(HeldMessage, { id, state: 'dead' }, change);
    if (affected !== 1) throw new Error(`Held message ${id} is not dead`);
  }

  private find(id: number): Promise<HeldMessage> {
    return this.runtime.reads.manager.findOneByOrFail(HeldMessage, { id });
  }
}
