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

  async append(
    manager: EntityManager,
    aggregate: Aggregate,
    facts: readonly object[],
    counted: Map<string, number>,
  ): Promise<void> {
    if (facts.length === 0) return;
    const occurredAt = this.clock.now();
    await manager.insert(
      OutboxRow,
      facts.map((fact) => {
        const { type, topic, aggregate: aggregateType } = describeEvent(fact.constructor);
        // A use case may emit twice for one change; the second call goes on counting.
        const change = `${aggregateType}/${aggregate.id}/${aggregate.version}`;
        const sequence = counted.get(change) ?? 0;
        counted.set(change, sequence + 1);
        return {
          eventId: newId(),
          topic,
          aggregateType,
          aggregateId: aggregate.id,
          aggregateVersion: aggregate.version,
          sequence,
          type,
          traceparent: traceContext.getStore()?.traceparent ?? null,
          payload: JSON.stringify(fact),
          occurredAt,
          publishedAt: null,
        };
      }),
    );
  }
}
