import { IsNull } from 'typeorm';
import { HeldMessage, type HeldState } from '../../messaging/dead-letters/held-message.entity.js';
import { OutboxRow } from '../../messaging/outbox/outbox-row.entity.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';

/** Counting further would cost more than it tells. */
const countedAtMost = 100_000;

export interface Backlog {
  readonly outboxPending: number;
  /** 0 when nothing waits. */
  readonly outboxOldestAgeSeconds: number;
  readonly held: readonly { readonly consumer: string; readonly state: HeldState; readonly messages: number }[];
}

/** What waits in a service's database: facts to be published, and messages that a consumer could not handle. */
export async function readBacklog({ reads, clock }: Pick<ServiceRuntime, 'reads' | 'clock'>): Promise<Backlog> {
  const { manager } = reads;
  const oldest = await manager.findOne(OutboxRow, {
    select: { id: true, occurredAt: true },
    where: { publishedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const pending = manager
    .createQueryBuilder(OutboxRow, 'row')
    .select('row.id', 'id')
    .where('row.published_at IS NULL')
    .limit(countedAtMost);
  const counted = oldest
    ? await manager
        .createQueryBuilder()
        .select('COUNT(*)', 'messages')
        .from(`(${pending.getQuery()})`, 'pending')
        .getRawOne<{ messages: number | string }>()
    : undefined;
  const held = await manager
    .createQueryBuilder(HeldMessage, 'held')
    .select('held.consumer', 'consumer')
    .addSelect('held.state', 'state')
    .addSelect('COUNT(*)', 'messages')
    .where("held.state IN ('waiting', 'dead')")
    .groupBy('held.consumer')
    .addGroupBy('held.state')
    .getRawMany<{ consumer: string; state: HeldState; messages: number | string }>();
  return {
    outboxPending: Number(counted?.messages ?? 0),
    outboxOldestAgeSeconds: oldest ? Math.max(0, (clock.now().getTime() - oldest.occurredAt.getTime()) / 1000) : 0,
    held: held.map(({ consumer, state, messages }) => ({ consumer, state, messages: Number(messages) })),
  };
}
