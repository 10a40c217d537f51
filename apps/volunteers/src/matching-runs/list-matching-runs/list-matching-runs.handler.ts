import { Injectable } from '@nestjs/common';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { type FindOptionsSelect, LessThan } from 'typeorm';
import { summarizeMatchingRun } from '../describe-matching-run.js';
import { MatchingRun } from '../matching-run.entity.js';
import type { MatchingRunPage } from './list-matching-runs.dto.js';

/** All that a summary says: outcomes are large. */
const columns: FindOptionsSelect<MatchingRun> = {
  ...{ id: true, status: true, progress: true, eventIds: true, basedOn: true },
  ...{ requestedAt: true, endedAt: true, confirmedAt: true, version: true },
};

@Injectable()
export class ListMatchingRuns {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle(accountId: string, { limit, after }: ListQuery): Promise<MatchingRunPage> {
    const list = `matching-runs/${accountId}`;
    const [last] = this.cursors.decode(list, after, ['string']) ?? [];
    const rows = await this.reads.manager.find(MatchingRun, {
      select: columns,
      where: { requestedBy: accountId, ...(last === undefined ? {} : { id: LessThan(last) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const { items, nextAfter } = pageOf(rows, limit, ({ id }) => this.cursors.encode(list, [id]));
    return { items: items.map(summarizeMatchingRun), nextAfter };
  }
}
