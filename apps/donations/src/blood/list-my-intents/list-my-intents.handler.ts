import { Injectable } from '@nestjs/common';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { LessThan } from 'typeorm';
import { BloodIntent } from '../blood-intent.entity.js';
import { describeIntent } from '../describe-intent.js';
import type { BloodIntentPage } from './list-my-intents.dto.js';

@Injectable()
export class ListMyIntents {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
    private readonly cursors: Cursors,
  ) {}

  async handle(personId: string, { limit, after }: Pick<ListQuery, 'limit' | 'after'>): Promise<BloodIntentPage> {
    const list = `blood-intents/${personId}`;
    const position = this.cursors.decode(list, after, ['string', 'string']);
    const rows = await this.reads.manager.find(BloodIntent, {
      where: position ? olderThan(personId, ...position) : { personId },
      order: { registeredAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    const key = await this.personKeys.find(this.reads.manager, personId);
    const page = pageOf(rows, limit, (row) => this.cursors.encode(list, [row.registeredAt.toISOString(), row.id]));
    return { items: page.items.map((row) => describeIntent(row, key)), nextAfter: page.nextAfter };
  }
}

const olderThan = (personId: string, registeredAt: string, id: string) => [
  { personId, registeredAt: LessThan(new Date(registeredAt)) },
  { personId, registeredAt: new Date(registeredAt), id: LessThan(id) },
];
