import { In, IsNull } from 'typeorm';
import { RepeatingTask } from '../../config/repeating-task.js';
import { idsOnly, inSpan, type Tracer } from '../../config/tracer.js';
import { Lease } from '../../persistence/lease.js';
import type { EventBus } from '../event-bus.js';
import type { MessagingObserver } from '../messaging-observer.js';
import { OutboxRow } from '../outbox/outbox-row.entity.js';
import { toBusMessage } from '../outbox/to-bus-message.js';
import type { ServiceRuntime } from '../service-runtime.js';

const batchSize = 500;
/** A commit in this process wakes the relay; what other instances of the service write it has to look for. */
const pollMilliseconds = { alone: 1_000, amongOthers: 100 };
const restMilliseconds = 1_000;

/**
 * Carries one service's outbox to the bus: publish, await, then mark. A crash in between sends rows again, which the
 * inbox of every consumer expects; the other order would lose them. One relay per service works at a time, by lease.
 */
export class Relay {
  private readonly task: RepeatingTask;
  private readonly lease: Lease;

  constructor(
    private readonly parts: {
      runtime: ServiceRuntime;
      bus: EventBus;
      /** Names this process among all that may run the same service. */
      owner: string;
      onError: (error: unknown) => void;
      observer?: MessagingObserver;
      tracer?: Tracer;
    },
  ) {
    this.lease = new Lease(parts.runtime.unitOfWork, 'relay', parts.owner);
    this.task = new RepeatingTask({
      everyMilliseconds: mayHaveOthers(parts.runtime) ? pollMilliseconds.amongOthers : pollMilliseconds.alone,
      restMilliseconds,
      pass: () => this.drain(),
      onError: parts.onError,
    });
    parts.runtime.outbox.onAppended(() => this.task.wake());
  }

  start(): void {
    this.task.start();
  }

  /** Ends after the batch under way, and leaves the work to the other instances. */
  async stop(): Promise<void> {
    await this.task.stop();
    await this.lease.release();
  }

  private async drain(): Promise<void> {
    let rows: OutboxRow[];
    do {
      if (!(await this.lease.hold())) return;
      rows = await this.unpublished();
      if (rows.length > 0) await this.publish(rows);
    } while (rows.length === batchSize);
  }

  // By "not published yet" and never by "id greater than the last": a smaller id may commit later.
  private unpublished(): Promise<OutboxRow[]> {
    return this.parts.runtime.reads.manager.find(OutboxRow, {
      where: { publishedAt: IsNull() },
      order: { id: 'ASC' },
      take: batchSize,
    });
  }

  private async publish(rows: OutboxRow[]): Promise<void> {
    const { runtime, bus, observer, tracer = idsOnly } = this.parts;
    const links = [...new Set(rows.flatMap(({ traceparent }) => traceparent ?? []))];
    await inSpan(tracer, { name: `publish ${runtime.name}`, kind: 'producer', links }, () =>
      bus.publish(rows.map(toBusMessage)),
    );
    observer?.published(runtime.name, rows.length);
    const publishedAt = runtime.clock.now();
    await runtime.unitOfWork.run(async ({ manager }) => {
      await manager.update(OutboxRow, { id: In(rows.map((row) => row.id)) }, { publishedAt });
    });
  }
}

/** A SQLite file belongs to one process. */
const mayHaveOthers = ({ reads }: ServiceRuntime): boolean => reads.manager.dataSource.options.type === 'mysql';
