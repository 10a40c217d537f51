import { Injectable } from '@nestjs/common';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { IsNull, LessThan } from 'typeorm';
import { describeRecord } from '../describe-record.js';
import { DonationRecord } from '../donation-record.entity.js';
import type { BloodDonationRecordPage } from './list-my-records.dto.js';

@Injectable()
export class ListMyRecords {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle(
    personId: string,
    { limit, after }: Pick<ListQuery, 'limit' | 'after'>,
  ): Promise<BloodDonationRecordPage> {
    const list = `donation-records/${personId}`;
    const position = this.cursors.decode(list, after, ['string', 'string']);
    const mine = { personId, removedAt: IsNull() };
    const rows = await this.reads.manager.find(DonationRecord, {
      where: position ? olderThan(mine, ...position) : mine,
      order: { donatedOn: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ donatedOn, id }) => this.cursors.encode(list, [donatedOn, id]));
    return { items: page.items.map(describeRecord), nextAfter: page.nextAfter };
  }
}

const olderThan = <Mine extends object>(mine: Mine, donatedOn: string, id: string) => [
  { ...mine, donatedOn: LessThan(donatedOn) },
  { ...mine, donatedOn, id: LessThan(id) },
];
