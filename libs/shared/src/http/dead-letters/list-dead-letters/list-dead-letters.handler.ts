import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { HeldMessage } from '../../../messaging/dead-letters/held-message.entity.js';
import { ReadDatabase } from '../../../persistence/read-database.js';
import { Cursors } from '../../lists/cursors.js';
import { pageOf } from '../../lists/page-of.js';
import { describeDeadLetter } from '../describe-dead-letter.js';
import type { DeadLetterPageResponse, ListDeadLettersQuery } from './list-dead-letters.dto.js';

@Injectable()
export class ListDeadLetters {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle({ consumer, limit, after }: ListDeadLettersQuery): Promise<DeadLetterPageResponse> {
    const list = `dead-letters/${consumer ?? ''}`;
    const [last = 0] = this.cursors.decode(list, after, ['number']) ?? [];
    const rows = await this.reads.manager.find(HeldMessage, {
      where: { state: 'dead', id: MoreThan(last), ...(consumer === undefined ? {} : { consumer }) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ id }) => this.cursors.encode(list, [id]));
    return { items: page.items.map(describeDeadLetter), nextAfter: page.nextAfter };
  }
}
