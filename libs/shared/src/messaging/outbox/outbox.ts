import type { EntityManager } from 'typeorm';
import type { Clock } from '../../config/clock.js';
import { newId } from '../../config/new-id.js';
import { traceContext } from '../../config/trace-context.js';
import { describeEvent } from '../../contracts/event-contract.js';
import type { Aggregate, OutboxWriter } from '../../persistence/transaction.js';
import { OutboxRow } from './outbox-row.entity.js';

/** Writes facts beside the state they speak of. */
export class Outbox implements OutboxWriter {
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly clock: Clock) {}

  /** Calls the listener after every commit that wrote facts. */
  onAppended(listener: () => void): void {
    this.listeners.push(listener);
  }

  announce(): void {
    for (const listener of this.listeners) listener();
  }

  async append(manager: EntityManager, aggregate: Aggregate, facts: readonly object[]): Promise<void> {
    if (facts.length === 0) return;
    const occurredAt = this.clock.now();
    const first = await this.nextSequence(manager, aggregate, facts);
    await manager.insert(
      OutboxRow,
      facts.map((fact, index) => {
        const { type, topic, aggregate: aggregateType } = describeEvent(fact.constructor);
        return {
          eventId: newId(),
          topic,
          aggregateType,
          aggregateId: aggregate.id,
          aggregateVersion: aggregate.version,
          sequence: first + index,
          type,
          traceparent: traceContext.getStore()?.traceparent ?? null,
          payload: JSON.stringify(fact),
          occurredAt,
          publishedAt: null,
        };
      }),
    );
  }

  /** A use case may emit twice for one change; the second call goes on counting. */
  private nextSequence(manager: EntityManager, aggregate: Aggregate, facts: readonly object[]): Promise<number> {
    const { aggregate: aggregateType } = describeEvent(facts[0]!.constructor);
    return manager.countBy(OutboxRow, {
      aggregateType,
      aggregateId: aggregate.id,
      aggregateVersion: aggregate.version,
    });
  }
}
