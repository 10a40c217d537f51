import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Clock } from '../../config/clock.js';
import type { DeliveredMessage } from '../bus-message.js';
import { ContractViolation } from '../dispatcher/decode-event.js';
import { HeldMessage } from './held-message.entity.js';
import { describeError, isHopeless, retryDelay } from './retry-policy.js';

const mostFailing = 1_000;
const blockingStates = ['waiting', 'dead'] as const;

/** Nearly everything fails: better stand still in front of the log than fill the table with it. */
export class TooManyHeld extends Error {}

/** The rows of messages set aside, per consumer and key. */
export class HeldMessages {
  constructor(private readonly clock: Clock) {}

  /** True when an earlier message of this key waits for this consumer; the message then waits behind it. */
  async joinBehindHeld(manager: EntityManager, consumer: string, message: DeliveredMessage): Promise<boolean> {
    const blocked = await manager.existsBy(HeldMessage, {
      consumer,
      blockingKey: message.key,
      state: In(blockingStates),
    });
    if (blocked) await this.insertOnce(manager, consumer, message, { attempts: 0, reason: null, state: 'waiting' });
    return blocked;
  }

  /**
   * Sets a message aside after it failed.
   * @throws TooManyHeld when so many fail already that the subscription should stand still; followers do not count
   */
  async hold(manager: EntityManager, consumer: string, message: DeliveredMessage, error: unknown): Promise<void> {
    const hopeless = isHopeless(error, 1);
    if (!hopeless && (await this.countFailing(manager, consumer)) >= mostFailing) {
      throw new TooManyHeld(`${consumer} has ${mostFailing} failing messages waiting`);
    }
    await this.insertOnce(manager, consumer, message, {
      attempts: 1,
      reason: describeError(error),
      state: hopeless ? 'dead' : 'waiting',
      ...(error instanceof ContractViolation ? { blockingKey: null } : {}),
    });
  }

  /** Records another failed try, unless somebody else has settled or tried the message in the meantime. */
  async failAgain(manager: EntityManager, held: HeldMessage, error: unknown): Promise<void> {
    const attempts = held.attempts + 1;
    const unchanged = { id: held.id, state: 'waiting', attempts: held.attempts } as const;
    await manager.update(HeldMessage, unchanged, {
      attempts,
      reason: describeError(error),
      state: isHopeless(error, attempts) ? 'dead' : 'waiting',
      nextAttemptAt: new Date(this.clock.now().getTime() + retryDelay(attempts)),
    });
  }

  /** The first waiting message of each key whose time has come. */
  due(manager: EntityManager, limit: number): Promise<HeldMessage[]> {
    return manager
      .createQueryBuilder(HeldMessage, 'held')
      .where('held.state = :waiting AND held.next_attempt_at <= :now', { waiting: 'waiting', now: this.clock.now() })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM held_messages earlier WHERE earlier.consumer = held.consumer
           AND earlier.blocking_key = held.blocking_key AND earlier.id < held.id AND earlier.state IN ('waiting', 'dead'))`,
      )
      .orderBy('held.id')
      .limit(limit)
      .getMany();
  }

  private countFailing(manager: EntityManager, consumer: string): Promise<number> {
    return manager.countBy(HeldMessage, { consumer, state: 'waiting', attempts: MoreThan(0) });
  }

  /** A crash between the row and the offset delivers the message again: it is held once. */
  private async insertOnce(
    manager: EntityManager,
    consumer: string,
    message: DeliveredMessage,
    row: Pick<HeldMessage, 'attempts' | 'reason' | 'state'> & Partial<Pick<HeldMessage, 'blockingKey'>>,
  ): Promise<void> {
    const eventId = message.headers['ce_id'] ?? null;
    if (eventId && (await manager.existsBy(HeldMessage, { consumer, eventId }))) return;
    const now = this.clock.now();
    await manager.insert(HeldMessage, {
      consumer,
      blockingKey: message.key,
      eventId,
      message,
      heldAt: now,
      nextAttemptAt: new Date(now.getTime() + (row.attempts > 0 ? retryDelay(row.attempts) : 0)),
      discardReason: null,
      ...row,
    });
  }
}
