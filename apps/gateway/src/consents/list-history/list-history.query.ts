import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Purpose } from '@sanxian/shared/contracts';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { ConsentEntry } from '../consent-entry.entity.js';
import { languageOfHash } from '../texts/consent-texts.js';
import type { ConsentHistoryEntryResponse, ConsentHistoryResponse } from './list-history.dto.js';

@Injectable()
export class ListHistory {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async of(accountId: string, purpose: Purpose, { limit, after }: ListQuery): Promise<ConsentHistoryResponse> {
    const list = `consent-history/${accountId}/${purpose}`;
    const [olderThan] = this.cursors.decode(list, after, ['number']) ?? [];
    const rows = await this.reads.manager.find(ConsentEntry, {
      where: { accountId, purpose, ...(olderThan === undefined ? {} : { accountVersion: LessThan(olderThan) }) },
      order: { accountVersion: 'DESC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => this.cursors.encode(list, [row.accountVersion]));
    return { items: page.items.map(describe), nextAfter: page.nextAfter };
  }
}

function describe({ purpose, state, textVersion, textHash, channel, at }: ConsentEntry): ConsentHistoryEntryResponse {
  const language = languageOfHash(purpose, textHash);
  return { state, textVersion, textHash, language, channel, at: at.toISOString() };
}
