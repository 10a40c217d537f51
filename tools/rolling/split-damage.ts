import { randomUUID } from 'node:crypto';
import { KafkaBus } from '@sanxian/shared/kafka';
import type { DeliveredMessage } from '@sanxian/shared/messaging';
import { eventually } from '@sanxian/shared/testing';
import mysql from 'mysql2/promise';
import { faultsOf, unstated } from '../crash/check-events.js';
import type { TestInfrastructure } from '../split/test-infrastructure.js';

const topics = [
  'sanxian.identity',
  'sanxian.people',
  'sanxian.donations',
  'sanxian.volunteers',
  'sanxian.notifications',
] as const;

/** Dead letters in the databases, facts that nobody stated, and facts that Kafka lacks or has in the wrong order. */
export async function damageIn({ databases, variables }: TestInfrastructure): Promise<string[]> {
  const damage: string[] = [];
  const published = new Set<string>();
  const handled = new Set<string>();
  for (const url of Object.values(databases)) {
    const connection = await mysql.createConnection({ uri: url });
    const [held] = await connection.query<mysql.RowDataPacket[]>('SELECT consumer, reason FROM held_messages');
    for (const { consumer, reason } of held) damage.push(`${consumer}: ${reason}`);
    const [facts] = await connection.query<mysql.RowDataPacket[]>('SELECT event_id FROM outbox');
    for (const { event_id: id } of facts) published.add(String(id));
    const [known] = await connection.query<mysql.RowDataPacket[]>('SELECT DISTINCT event_id FROM inbox');
    for (const { event_id: id } of known) handled.add(String(id));
    await connection.end();
  }
  damage.push(...unstated('inbox', handled, published));
  return [...damage, ...faultsOf(await everyEvent(variables, published.size), published)];
}

/** As Kafka has them, each key in its order. */
async function everyEvent(variables: TestInfrastructure['variables'], atLeast: number): Promise<DeliveredMessage[]> {
  const { KAFKA_BROKERS: brokers = '', KAFKA_PREFIX: prefix = '' } = variables;
  const bus = KafkaBus.open({ brokers: brokers.split(','), prefix, clientId: 'history' });
  const events: DeliveredMessage[] = [];
  try {
    const subscription = await bus.subscribe({
      // Of its own each time: a group goes on where it was, and a second look is at everything again.
      group: `history-${randomUUID()}`,
      topics,
      handle: (message) => {
        events.push(message);
        return Promise.resolve();
      },
      onError: (error) => console.error(error),
    });
    await eventually(
      async () => {
        if (subscription.failure() !== undefined || events.length < atLeast || (await subscription.lag()) > 0) {
          throw new Error(`${events.length} of ${atLeast} events read`);
        }
      },
      { withinMilliseconds: 60_000 },
    );
    return events;
  } finally {
    await bus.close();
  }
}
