import { Injectable } from '@nestjs/common';
import { Cursors, type ListQuery, pageOf } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { LessThan } from 'typeorm';
import { describeDecision } from '../describe-decision.js';
import { OrganDecision } from '../organ-decision.entity.js';
import type { OrganDecisionPage } from './list-decisions.dto.js';

@Injectable()
export class ListOrganDecisions {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
    private readonly cursors: Cursors,
  ) {}

  async handle(personId: string, { limit, after }: Pick<ListQuery, 'limit' | 'after'>): Promise<OrganDecisionPage> {
    const { manager } = this.reads;
    const list = `organ-decisions/${personId}`;
    const position = this.cursors.decode(list, after, ['number']);
    const rows = await manager.find(OrganDecision, {
      where: position ? { personId, version: LessThan(position[0]) } : { personId },
      order: { version: 'DESC' },
      take: limit + 1,
    });
    const key = await this.personKeys.find(manager, personId);
    const page = pageOf(rows, limit, (row) => this.cursors.encode(list, [row.version]));
    return { items: page.items.flatMap((row) => describeDecision(row, key) ?? []), nextAfter: page.nextAfter };
  }
}
