import type { EntityManager } from 'typeorm';
import type { Clock } from '../../config/clock.js';
import { InboxRow } from './inbox-row.entity.js';

/** Makes an effect happen once, however often its event arrives. */
export class Inbox {
  constructor(private readonly clock: Clock) {}

  /** False when this consumer has dealt with the event before. Two at once collide on the primary key, and one rolls back. */
  async claim(manager: EntityManager, consumer: string, eventId: string): Promise<boolean> {
    if (await manager.existsBy(InboxRow, { consumer, eventId })) return false;
    await manager.insert(InboxRow, { consumer, eventId, processedAt: this.clock.now() });
    return true;
  }
}
