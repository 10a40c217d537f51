import type { EntityManager } from 'typeorm';
import type { Clock } from '../../config/clock.js';
import { isDuplicateKey } from '../../persistence/duplicate-key.js';
import { InboxRow } from './inbox-row.entity.js';

/** Makes an effect happen once, however often its event arrives. */
export class Inbox {
  constructor(private readonly clock: Clock) {}

  /** False when this consumer has dealt with the event before. Of two at once, the second waits for what becomes of the first. */
  async claim(manager: EntityManager, consumer: string, eventId: string): Promise<boolean> {
    try {
      await manager.insert(InboxRow, { consumer, eventId, processedAt: this.clock.now() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
