import { createTable } from '../persistence/create-table.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IsInt } from 'class-validator';
import { Column, Entity, PrimaryGeneratedColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { EventContract, fact } from '../contracts/event-contract.js';
import { defineProblems } from '../contracts/problem-type.js';
import { Refusal } from '../contracts/refusal.js';
import { idColumn, integerColumn, longTextColumn, versionColumn } from '../persistence/migration-columns.js';
import { IdColumn, VersionColumn } from '../persistence/columns.js';
import { LeaseRow } from '../persistence/lease-row.entity.js';
import { createLeaseTable } from '../persistence/lease-table.js';
import { ServiceKeys } from '../security/service-keys.js';
import { openTestDatabase } from '../testing/test-database.js';
import { eventually as eventuallyWithin } from '../testing/eventually.js';
import { FakeClock } from '../testing/fake-clock.js';
import { seededRandom } from '../testing/seeded-random.js';
import { NotDead } from './dead-letters/dead-letters.js';
import { HeldMessage } from './dead-letters/held-message.entity.js';
import type { EventContext } from './dispatcher/event-context.js';
import { EventServer } from './dispatcher/event-server.js';
import type { ConformanceDriver } from './event-bus.conformance.js';
import type { EventBus } from './event-bus.js';
import { InboxRow } from './inbox/inbox-row.entity.js';
import { createMessagingTables } from './messaging-tables.js';
import { Outbox } from './outbox/outbox.js';
import { toBusMessage } from './outbox/to-bus-message.js';
import { OutboxRow } from './outbox/outbox-row.entity.js';
import { Relay } from './relay/relay.js';
import type { ServiceRuntime } from './service-runtime.js';

@EventContract({ type: 'donations.counted.v1', topic: 'sanxian.donations', aggregate: 'counter' })
class Counted {
  static readonly example = { number: 1 };

  @IsInt()
  number!: number;
}

@Entity('counters')
class Counter {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;
}

/** What the consumers of the test leave behind. */
@Entity('effects')
class Effect {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'text' })
  text!: string;
}

class CreateTestTables1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLeaseTable(queryRunner);
    await createMessagingTables(queryRunner);
    await createTable(queryRunner, new Table({ name: 'counters', columns: [idColumn(), versionColumn()] }));
    const id = { ...integerColumn('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' as const };
    await createTable(queryRunner, new Table({ name: 'effects', columns: [id, longTextColumn('text')] }));
  }

  async down(): Promise<void> {
    // The file is thrown away.
  }
}

const problems = defineProblems({
  'not-allowed': {
    status: 409,
    title: { 'zh-CN': '不允许', en: 'Not allowed' },
    detail: { 'zh-CN': '不允许', en: 'Not allowed' },
  },
});

type Handler = (event: Counted, context: EventContext) => Promise<void>;

/** What the outbox, the relay, the dispatcher and the held messages promise together, over any driver. */
export function itKeepsThePromisesOfTheEventCore(name: string, createDriver: () => ConformanceDriver): void {
  describe(`The event core over ${name}`, () => {
    const clock = new FakeClock('2026-11-23T08:00:00.000Z');
    let driver: ConformanceDriver;
    let bus: EventBus;
    let runtime: ServiceRuntime;
    let server: EventServer;
    let relay: Relay;

    const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
      eventuallyWithin(check, { withinMilliseconds: driver.patienceMilliseconds });

    beforeEach(async () => {
      driver = createDriver();
      bus = await driver.open();
      const outbox = new Outbox(clock);
      const database = await openTestDatabase(
        {
          entities: [OutboxRow, InboxRow, HeldMessage, LeaseRow, Counter, Effect],
          migrations: [CreateTestTables1764000000000],
        },
        outbox,
      );
      runtime = { name: 'donations', clock, outbox, keys: new ServiceKeys(Buffer.alloc(32), 'donations'), ...database };
      server = new EventServer({ bus, runtimes: [runtime], onError: () => undefined });
      relay = new Relay({ runtime, bus, owner: 'test', onError: (error) => console.error(error) });
    });

    afterEach(async () => {
      await relay.stop();
      await server.close();
      await bus.close();
      await runtime.close();
      await driver.cleanUp();
    });

    const consume = (consumer: string, handler: Handler) =>
      server.addHandler('donations.counted.v1', handler as never, true, {
        consumer: `donations/${consumer}`,
        contract: Counted,
      });

    const start = async () => {
      await server.listen(() => undefined);
      relay.start();
    };

    /** One change of one counter that makes these facts true. */
    const change = (id: string, ...numbers: number[]) =>
      runtime.unitOfWork.run(async (tx) => {
        const known = await tx.find(Counter, { id });
        const counter = known ?? Object.assign(new Counter(), { id });
        await (known ? tx.update(counter) : tx.insert(counter));
        await tx.emit(counter, ...numbers.map((number) => fact(Counted, { number })));
      });

    const leave = (context: EventContext, text: string) =>
      context.tx.manager.insert(Effect, { text }).then(() => undefined);
    const effects = async () =>
      (await runtime.reads.manager.find(Effect, { order: { id: 'ASC' } })).map(({ text }) => text);
    const held = () => runtime.reads.manager.find(HeldMessage, { order: { id: 'ASC' } });
    const effectsBecome = (expected: string[]) => eventually(async () => expect(await effects()).toEqual(expected));

    it('carries the facts of committed changes, in order, and none of rolled-back ones', async () => {
      consume('record', (event, context) => leave(context, String(event.number)));
      await start();
      await change('a', 1, 2);
      const rolledBack = runtime.unitOfWork.run(async (tx) => {
        const counter = (await tx.find(Counter, { id: 'a' }))!;
        await tx.update(counter);
        await tx.emit(counter, fact(Counted, { number: 99 }));
        throw new Error('rolled back');
      });
      await expect(rolledBack).rejects.toThrow('rolled back');
      await change('a', 3);
      await effectsBecome(['1', '2', '3']);
    });

    it('tells a handler where two events of one change stand', async () => {
      const seen: unknown[] = [];
      consume('record', (event, { aggregateId, aggregateVersion, sequence }) =>
        Promise.resolve(void seen.push([event.number, aggregateId, aggregateVersion, sequence])),
      );
      await start();
      await change('a', 1, 2);
      await eventually(() =>
        expect(seen).toEqual([
          [1, 'a', 1, 0],
          [2, 'a', 1, 1],
        ]),
      );
    });

    it('makes an effect once though the event arrives three times', async () => {
      consume('record', (event, context) => leave(context, String(event.number)));
      await start();
      await change('a', 1);
      await effectsBecome(['1']);
      for (let times = 0; times < 2; times += 1) {
        await runtime.unitOfWork.run(async ({ manager }) => {
          await manager.update(OutboxRow, { aggregateId: 'a' }, { publishedAt: null });
        });
        await eventually(async () =>
          expect(await runtime.reads.manager.existsBy(OutboxRow, { aggregateId: 'a', publishedAt: clock.now() })).toBe(
            true,
          ),
        );
      }
      await change('a', 2);
      await effectsBecome(['1', '2']);
    });

    it('makes each effect once though every event arrives ten times, in any order', async () => {
      const random = seededRandom(Date.now() % 1_000_000);
      console.log(`seed ${random.seed}`);
      const keys = Array.from({ length: 20 }, (_, number) => `key-${number}`);
      consume('record', (event, context) => leave(context, String(event.number)));
      for (const [number, key] of keys.entries()) await change(key, number);
      const rows = await runtime.reads.manager.find(OutboxRow);
      const deliveries = rows
        .flatMap((row) => Array.from({ length: 10 }, () => ({ message: toBusMessage(row), place: random.next() })))
        .sort((one, other) => one.place - other.place);
      await server.listen(() => undefined);
      await bus.publish(deliveries.map(({ message }) => message));
      // What lies behind all of them, for each key.
      relay.start();
      for (const [number, key] of keys.entries()) await change(key, 100 + number);
      const expected = keys.flatMap((_, number) => [String(number), String(100 + number)]);
      await eventually(async () => expect(await effects()).toHaveLength(expected.length));
      expect((await effects()).sort()).toEqual(expected.sort());
    });

    it('lets two consumers of one event succeed and fail alone', async () => {
      consume('fail', () => Promise.reject(new Error('broken')));
      consume('record', (event, context) => leave(context, String(event.number)));
      await start();
      await change('a', 1);
      await effectsBecome(['1']);
      await eventually(async () =>
        expect(await held()).toMatchObject([{ consumer: 'donations/fail', state: 'waiting', attempts: 1 }]),
      );
    });

    it('takes the inbox row back with a failed effect', async () => {
      let tries = 0;
      consume('record', async (event, context) => {
        await leave(context, String(event.number));
        tries += 1;
        if (tries === 1) throw new Error('once');
      });
      await start();
      await change('a', 1);
      await effectsBecome(['1']);
      expect(tries).toBe(2);
      expect(await held()).toEqual([]);
    });

    it('holds later messages of a failing key in order while other keys flow', async () => {
      let broken = true;
      consume('record', async (event, context) => {
        if (broken && context.aggregateId === 'bad') throw new Error('broken');
        await leave(context, `${context.aggregateId}${event.number}`);
      });
      await start();
      await change('bad', 1);
      await change('bad', 2);
      await change('good', 1);
      await change('bad', 3);
      await eventually(async () => expect(await held()).toHaveLength(3));
      expect(await effects()).toEqual(['good1']);
      broken = false;
      clock.advance({ seconds: 2 });
      await effectsBecome(['good1', 'bad1', 'bad2', 'bad3']);
      expect(await held()).toEqual([]);
    });

    it('calls a message dead when the domain refuses it, and runs its followers once it is discarded', async () => {
      consume('record', async (event, context) => {
        if (event.number === 1) throw new Refusal(problems['not-allowed']);
        await leave(context, String(event.number));
      });
      await start();
      await change('a', 1);
      await change('a', 2);
      await eventually(async () => expect((await held()).map(({ state }) => state)).toEqual(['dead', 'waiting']));
      expect(await effects()).toEqual([]);
      const [dead] = await held();
      expect(dead).toMatchObject({ reason: expect.stringContaining('Refusal') as unknown });
      await runtime.unitOfWork.run((tx) => server.deadLetters(runtime).discard(tx, dead!));
      await effectsBecome(['2']);
    });

    it('lets a discarded message have no effect when it is delivered once more', async () => {
      let refuses = true;
      consume('record', async (event, context) => {
        if (refuses && event.number === 1) throw new Refusal(problems['not-allowed']);
        await leave(context, String(event.number));
      });
      await start();
      await change('a', 1);
      await eventually(async () => expect(await held()).toMatchObject([{ state: 'dead' }]));
      const [dead] = await held();
      await runtime.unitOfWork.run((tx) => server.deadLetters(runtime).discard(tx, dead!));
      refuses = false;
      await runtime.unitOfWork.run(({ manager }) =>
        manager.update(OutboxRow, { aggregateId: 'a' }, { publishedAt: null }),
      );
      await change('a', 2);
      await effectsBecome(['2']);
    });

    it('does not take the followers of one key for a flood of failures', async () => {
      consume('record', (event, context) =>
        context.aggregateId === 'bad' ? Promise.reject(new Error('broken')) : leave(context, String(event.number)),
      );
      const message = { topic: 'sanxian.donations', key: 'stuck', headers: {}, body: '{}', position: '1' } as const;
      const follower = { consumer: 'donations/record', blockingKey: 'stuck', message, state: 'waiting' as const };
      const far = new Date(clock.now().getTime() + 3_600_000);
      await runtime.unitOfWork.run(({ manager }) =>
        manager.insert(
          HeldMessage,
          Array.from({ length: 1_000 }, () => ({ ...follower, attempts: 0, heldAt: clock.now(), nextAttemptAt: far })),
        ),
      );
      await start();
      await change('bad', 1);
      await change('good', 2);
      await effectsBecome(['2']);
    });

    it('gives up after ten tries, tells in a dry run what would happen, and replays through the handler', async () => {
      let broken = true;
      consume('record', async (event, context) => {
        await leave(context, String(event.number));
        if (broken) throw new Error('still broken');
      });
      await start();
      await change('a', 1);
      await eventually(async () => {
        clock.advance({ minutes: 10 });
        expect(await held()).toMatchObject([{ state: 'dead', attempts: 10 }]);
      });
      const deadLetters = server.deadLetters(runtime);
      const [dead] = await held();
      const dryRun = () => runtime.unitOfWork.run((tx) => deadLetters.dryRun(tx, dead!));
      const replay = () => runtime.unitOfWork.run((tx) => deadLetters.replay(tx, dead!));
      expect(await dryRun()).toEqual({ succeeds: false, error: 'Error: still broken' });
      expect(await replay()).toEqual({ succeeds: false, error: 'Error: still broken' });
      expect(await held()).toMatchObject([{ state: 'dead', attempts: 11 }]);
      broken = false;
      expect(await dryRun()).toEqual({ succeeds: true });
      expect(await effects()).toEqual([]);
      expect(await replay()).toEqual({ succeeds: true });
      expect(await effects()).toEqual(['1']);
      expect(await held()).toEqual([]);
      await expect(replay()).rejects.toThrow(NotDead);
    });

    it('puts a group back in line, one after the other, and runs the followers behind each in order', async () => {
      let broken = true;
      consume('record', async (event, context) => {
        if (broken && event.number === 1) throw new Refusal(problems['not-allowed']);
        await leave(context, `${context.aggregateId}${event.number}`);
      });
      await start();
      for (const id of ['a', 'b', 'c']) {
        await change(id, 1);
        await change(id, 2);
      }
      await eventually(async () => expect(await held()).toHaveLength(6));
      broken = false;
      const dead = (await held()).filter(({ state }) => state === 'dead');
      await runtime.unitOfWork.run((tx) => server.deadLetters(runtime).replayLater(tx, dead));
      await effectsBecome(['a1', 'a2']);
      clock.advance({ seconds: 1 });
      await eventually(async () => expect(await effects()).toHaveLength(6));
      for (const id of ['b', 'c']) {
        expect((await effects()).filter((text) => text.startsWith(id))).toEqual([`${id}1`, `${id}2`]);
      }
    });

    it('makes poison a dead letter that holds nobody up', async () => {
      consume('record', (event, context) => leave(context, String(event.number)));
      await start();
      const headers = { ce_type: 'donations.counted.v1', ce_time: '2026-11-23T08:00:00.000Z', sequence: '0' };
      const poison = (id: string, body: string | null, more = {}) => ({
        topic: 'sanxian.donations' as const,
        key: 'a',
        headers: { ...headers, aggregateversion: '1', ce_id: id, ...more },
        body,
      });
      await bus.publish([
        poison('broken-json', '{"number":'),
        poison('no-object', '[]'),
        poison('empty', null),
        poison('wrong-field', '{"number":"one"}'),
        poison('unknown-type', '{}', { ce_type: 'donations.never-heard-of.v1' }),
        { topic: 'sanxian.donations', key: 'a', headers: {}, body: '{}' },
      ]);
      await change('a', 7);
      await effectsBecome(['7']);
      expect((await held()).map(({ consumer, state, eventId }) => [consumer, state, eventId])).toEqual([
        ['donations/record', 'dead', 'broken-json'],
        ['donations/record', 'dead', 'no-object'],
        ['donations/record', 'dead', 'empty'],
        ['donations/record', 'dead', 'wrong-field'],
        ['donations/undecodable', 'dead', null],
      ]);
    });

    it('ignores fields it does not know', async () => {
      consume('record', (event, context) => leave(context, JSON.stringify(event)));
      await start();
      await bus.publish([
        {
          topic: 'sanxian.donations',
          key: 'a',
          headers: {
            ce_id: 'newer',
            ce_type: 'donations.counted.v1',
            ce_time: '2026-11-23T08:00:00.000Z',
            aggregateversion: '1',
            sequence: '0',
          },
          body: '{"number":1,"addedLater":"x"}',
        },
      ]);
      await effectsBecome(['{"number":1}']);
    });

    it('refuses two consumers of one name', () => {
      consume('record', () => Promise.resolve());
      expect(() => consume('record', () => Promise.resolve())).toThrow('Two consumers are called donations/record');
    });

    it('lets one relay work at a time, and the next at once when it is stopped', async () => {
      let published = 0;
      const publish = (batch: Parameters<EventBus['publish']>[0]) => {
        published += batch.length;
        return bus.publish(batch);
      };
      const watched = Object.create(bus, { publish: { value: publish } }) as EventBus;
      const second = new Relay({
        runtime,
        bus: watched,
        owner: 'another process',
        onError: (error) => console.error(error),
      });
      consume('record', (event, context) => leave(context, String(event.number)));
      await start();
      await change('a', 1);
      await effectsBecome(['1']);
      second.start();
      for (const number of [2, 3, 4]) {
        await change('a', number);
        await effectsBecome(Array.from({ length: number }, (_, index) => String(index + 1)));
      }
      expect(published).toBe(0);
      const from = performance.now();
      await relay.stop();
      await change('a', 5);
      await effectsBecome(['1', '2', '3', '4', '5']);
      expect(published).toBe(1);
      // A lease that is left to run out takes fifteen seconds.
      expect(performance.now() - from).toBeLessThan(10_000);
      await second.stop();
    });
  });
}
