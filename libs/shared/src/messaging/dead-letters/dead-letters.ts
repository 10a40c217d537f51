import type { Transaction } from '../../persistence/transaction.js';
import type { Dispatcher } from '../dispatcher/dispatcher.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { HeldMessage } from './held-message.entity.js';
import { describeError } from './retry-policy.js';

export type TryResult = { readonly succeeds: true } | { readonly succeeds: false; readonly error: string };

/** So many of a group are replayed at a time, and so far apart: what failed once must not come back as a flood. */
export const mostReplayedTogether = 500;
const replayGapMilliseconds = 200;

/** Takes the dry run back. */
class Rehearsed extends Error {}

/** Somebody else was faster: the message was replayed or discarded since it was read. */
export class NotDead extends Error {}

/**
 * What a person can do about messages one service could not handle, each inside the caller's transaction. Followers of the
 * same key run, in order, when it is settled.
 */
export class DeadLetters {
  constructor(
    private readonly runtime: ServiceRuntime,
    /** Known once the consumers are. */
    private readonly dispatcher: () => Dispatcher,
  ) {}

  /** Runs the handler and takes everything back, whatever came of it. */
  async dryRun(tx: Transaction, letter: HeldMessage): Promise<TryResult> {
    const outcome = await tx.attempt(async () => {
      await this.handle(tx, letter);
      throw new Rehearsed();
    });
    return 'error' in outcome && !(outcome.error instanceof Rehearsed)
      ? { succeeds: false, error: describeError(outcome.error) }
      : { succeeds: true };
  }

  /** Runs the handler for good. A failure leaves the message dead, with the new error. */
  async replay(tx: Transaction, letter: HeldMessage): Promise<TryResult> {
    const outcome = await tx.attempt(() => this.handle(tx, letter));
    if ('error' in outcome) {
      const error = describeError(outcome.error);
      await settle(tx, letter, { reason: error, attempts: letter.attempts + 1 });
      return { succeeds: false, error };
    }
    const { affected } = await tx.manager.delete(HeldMessage, { id: letter.id, state: 'dead' });
    if (affected !== 1) throw new NotDead();
    return { succeeds: true };
  }

  /** Puts the messages back in line for the worker, with all their tries, one after the other. */
  async replayLater(tx: Transaction, letters: readonly HeldMessage[]): Promise<void> {
    const now = this.runtime.clock.now().getTime();
    for (const [place, letter] of letters.entries()) {
      const nextAttemptAt = new Date(now + place * replayGapMilliseconds);
      await settle(tx, letter, { state: 'waiting', attempts: 0, nextAttemptAt });
    }
  }

  /** Gives the message up. Delivered once more, it has no effect either. */
  async discard(tx: Transaction, letter: HeldMessage): Promise<void> {
    await settle(tx, letter, { state: 'discarded' });
    if (letter.eventId) await this.dispatcher().inbox.claim(tx.manager, letter.consumer, letter.eventId);
  }

  private async handle(tx: Transaction, { consumer, message }: HeldMessage): Promise<void> {
    const dispatcher = this.dispatcher();
    await dispatcher.handle(tx, dispatcher.consumerNamed(consumer), message);
  }
}

async function settle({ manager }: Transaction, { id }: HeldMessage, change: Partial<HeldMessage>): Promise<void> {
  const { affected } = await manager.update(HeldMessage, { id, state: 'dead' }, change);
  if (affected !== 1) throw new NotDead();
}
