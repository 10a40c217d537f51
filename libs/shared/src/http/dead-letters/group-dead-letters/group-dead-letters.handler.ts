import { Injectable } from '@nestjs/common';
import { HeldMessage } from '../../../messaging/dead-letters/held-message.entity.js';
import { ReadDatabase } from '../../../persistence/read-database.js';
import type { DeadLetterGroupsResponse } from './group-dead-letters.dto.js';

const mostGroups = 100;

@Injectable()
export class GroupDeadLetters {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(): Promise<DeadLetterGroupsResponse> {
    const groups = await this.reads.manager
      .createQueryBuilder(HeldMessage, 'held')
      .select('held.consumer', 'consumer')
      .addSelect('held.reason', 'error')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MIN(held.held_at)', 'oldest')
      .where({ state: 'dead' })
      .groupBy('held.consumer')
      .addGroupBy('held.reason')
      .orderBy('COUNT(*)', 'DESC')
      .limit(mostGroups)
      .getRawMany<{ consumer: string; error: string; count: number | string; oldest: Date | string }>();
    return {
      items: groups.map(({ consumer, error, count, oldest }) => ({
        consumer,
        error,
        count: Number(count),
        oldestHeldAt: instantOf(oldest),
      })),
    };
  }
}

/** SQLite keeps an instant as text in UTC, without saying so. */
const instantOf = (stored: Date | string): Date =>
  stored instanceof Date ? stored : new Date(`${stored.replace(' ', 'T')}Z`);
