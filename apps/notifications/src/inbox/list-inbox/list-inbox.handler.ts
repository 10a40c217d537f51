import { Injectable } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { Cursors, pageOf, type ListQuery } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { LessThan } from 'typeorm';
import { InboxMessage } from '../../messages/inbox-message.entity.js';
import type { InboxMessageResponse, InboxPageResponse } from './list-inbox.dto.js';

@Injectable()
export class ListInbox {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async handle(personId: string, language: Language, { limit, after }: ListQuery): Promise<InboxPageResponse> {
    const list = `inbox/${personId}`;
    const position = this.cursors.decode(list, after, ['string', 'string']);
    const rows = await this.reads.manager.find(InboxMessage, {
      where: position ? olderThan(personId, ...position) : { personId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => this.cursors.encode(list, [row.createdAt.toISOString(), row.id]));
    return { items: page.items.map((row) => toResponse(row, language)), nextAfter: page.nextAfter };
  }
}

const olderThan = (personId: string, createdAt: string, id: string) => [
  { personId, createdAt: LessThan(new Date(createdAt)) },
  { personId, createdAt: new Date(createdAt), id: LessThan(id) },
];

function toResponse(message: InboxMessage, language: Language): InboxMessageResponse {
  const { title, text } = message.inWords(language);
  return {
    id: message.id,
    kind: message.kind,
    subject: { type: message.subjectType, id: message.subjectId },
    title,
    text,
    createdAt: message.createdAt,
    readAt: message.firstReadAt,
  };
}
