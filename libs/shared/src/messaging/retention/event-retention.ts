import { In, LessThan } from 'typeorm';
import { InboxRow } from '../inbox/inbox-row.entity.js';
import { OutboxRow } from '../outbox/outbox-row.entity.js';
import type { ServiceRuntime } from '../service-runtime.js';

const outboxDays = 7;
// Longer than any bus keeps a message (30 days) and a person may take to replay one (30 more).
const inboxDays = 60;
const chunk = 1_000;

/** Forgets events long published and inbox rows nothing can ask for again: the `pass` of a RepeatingTask. */
export class EventRetention {
  constructor(private readonly runtime: ServiceRuntime) {}

  async pass(): Promise<void> {
    while ((await this.forgetPublished()) === chunk);
    while ((await this.forgetProcessed()) === chunk);
  }

  private forgetPublished(): Promise<number> {
    return this.runtime.unitOfWork.run(async ({ manager }) => {
      const old = await manager.find(OutboxRow, {
        select: { id: true },
        where: { publishedAt: LessThan(this.daysAgo(outboxDays)) },
        take: chunk,
      });
      if (old.length > 0) await manager.delete(OutboxRow, { id: In(old.map(({ id }) => id)) });
      return old.length;
    });
  }

  private forgetProcessed(): Promise<number> {
    return this.runtime.unitOfWork.run(async ({ manager }) => {
      const old = await manager.find(InboxRow, {
        where: { processedAt: LessThan(this.daysAgo(inboxDays)) },
        take: chunk,
      });
      for (const { consumer, eventId } of old) await manager.delete(InboxRow, { consumer, eventId });
      return old.length;
    });
  }

  private daysAgo(days: number): Date {
    return new Date(this.runtime.clock.now().getTime() - days * 86_400_000);
  }
}
