import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { IsInt, IsString } from 'class-validator';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../config/new-id.js';
import { EventContract } from '../../contracts/event-contract.js';
import { Refusal } from '../../contracts/refusal.js';
import { HeldMessage } from '../../messaging/dead-letters/held-message.entity.js';
import type { EventContext } from '../../messaging/dispatcher/event-context.js';
import { Subscribe } from '../../messaging/dispatcher/subscribe.decorator.js';
import { AuditEntry } from '../../security/audit/audit-entry.entity.js';
import { PersonKeys } from '../../security/person-keys.js';
import { createPersonTables, dropPersonTables } from '../../security/security-tables.js';
import { eventually, startTestService, type TestService } from '../../testing/index.js';
import { notesService } from '../notes.fixture.js';
import { commonProblems } from '../problems/common-problems.js';
import type { ServiceDefinition } from '../service/service-definition.js';
import type { DeadLetterDetailsResponse } from './show-dead-letter/show-dead-letter.dto.js';

@EventContract({ type: 'donations.noted.v1', topic: 'sanxian.donations', aggregate: 'note' })
class Noted {
  static readonly example = { number: 1, text: '' };

  @IsInt()
  number!: number;

  @IsString()
  text!: string;
}

let broken: boolean;
let handled: string[];

@Controller()
class Follow {
  @Subscribe(Noted, { consumer: 'donations/follow' })
  async handle({ number }: Noted, { aggregateId, eventId, tx }: EventContext): Promise<void> {
    // An effect that a dry run has to take back.
    await tx.manager.insert('notes', { id: newId(), personId: eventId, title: `${aggregateId} ${number}`, version: 1 });
    if (broken && number === 1) throw new Refusal(commonProblems['not-found']);
    handled.push(`${aggregateId} ${number}`);
  }
}

@Module({})
class FollowingModule {}

class AuditNotes1764100000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return createPersonTables(queryRunner);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropPersonTables(queryRunner);
  }
}

const following: ServiceDefinition = {
  ...notesService,
  migrations: [...notesService.migrations, AuditNotes1764100000000],
  register: (runtime, ports) => ({
    module: FollowingModule,
    imports: [notesService.register(runtime, ports)],
    controllers: [Follow],
  }),
};

const base = '/api/v1/admin/donations/dead-letters';
const consumer = 'donations/follow';
const error = 'Refusal: not-found';

describe('dead letters', () => {
  let service: TestService;
  let ops: string;
  const opsId = newId();

  beforeEach(async () => {
    broken = true;
    handled = [];
    service = await startTestService(following);
    ops = await service.staffToken({ roles: ['ops'], accountId: opsId });
  });
  afterEach(() => service.close());

  const note = (aggregateId: string, ...numbers: number[]) =>
    numbers.reduce(
      (before, number) => before.then(() => service.receive(Noted, { number, text: '王小明' }, { aggregateId })),
      Promise.resolve(),
    );
  const get = <Body = { items: { number: number }[]; nextAfter: string | null }>(path = '', token = ops) =>
    service.request<Body>('GET', `${base}${path}`, { token });
  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    service.request('POST', `${base}${path}`, { token: ops, body, headers });
  const numbers = async () => (await get()).body.items.map(({ number }) => number);
  const rows = () => service.runtime.reads.manager.find(HeldMessage, { order: { id: 'ASC' } });
  const effects = async () =>
    (await service.runtime.reads.manager.query<{ title: string }[]>('SELECT title FROM notes ORDER BY id')).map(
      ({ title }) => title,
    );
  const audited = async () =>
    (await service.runtime.reads.manager.find(AuditEntry, { order: { id: 'ASC' } })).map((entry) => [
      entry.action,
      entry.actorId,
      entry.subjectType,
      entry.subjectId,
    ]);

  it('are listed page by page, by use case, and in groups by error', async () => {
    for (const id of ['a', 'b', 'c']) await note(id, 1);
    const first = await get('?limit=2');
    expect(first).toMatchObject({ status: 200, body: { items: [{ consumer, error, attempts: 1 }, {}] } });
    const rest = await get(`?limit=2&after=${first.body.nextAfter}`);
    expect(rest.body).toMatchObject({ items: [{ type: 'donations.noted.v1' }], nextAfter: null });
    expect((await get(`?consumer=${consumer}`)).body.items).toHaveLength(3);
    expect((await get('?consumer=donations/other')).body.items).toEqual([]);
    expect((await get('/groups')).body.items).toEqual([
      { consumer, error, count: 3, oldestHeldAt: service.clock.now().toISOString() },
    ]);
  });

  it('are shown with their followers, and without what somebody typed', async () => {
    const id = newId();
    await note(id, 1, 2, 3);
    const [number] = await numbers();
    const { status, body } = await get<DeadLetterDetailsResponse>(`/${number}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number,
      consumer,
      topic: 'sanxian.donations',
      key: id,
      followers: 2,
      headers: { ce_type: 'donations.noted.v1', aggregateversion: expect.any(String) as unknown },
      body: { number: 1, text: '… (3)' },
    });
    expect(JSON.stringify(body)).not.toContain('王');
  });

  it('are tried without leaving anything behind, with a key too', async () => {
    await note('a', 1);
    const [number] = await numbers();
    expect((await post(`/${number}/dry-run`)).body).toEqual({ succeeds: false, error });
    broken = false;
    const withoutKey: Record<string, string> = {};
    for (const headers of [withoutKey, { 'idempotency-key': 'once' }]) {
      expect(await post(`/${number}/dry-run`, {}, headers)).toMatchObject({
        status: 200,
        body: { succeeds: true, error: null },
      });
    }
    expect(await effects()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 1 }]);
    expect((await audited()).map(([action]) => action)).toEqual(Array.from({ length: 3 }, () => 'try-dead-letter'));
  });

  it('are replayed, fail again with nothing done, and let their followers run in order once they succeed', async () => {
    await note('a', 1, 2, 3);
    const [number] = await numbers();
    expect((await post(`/${number}/replay`)).body).toEqual({ succeeds: false, error });
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['dead', 2],
      ['waiting', 0],
      ['waiting', 0],
    ]);
    expect(await effects()).toEqual([]);
    broken = false;
    expect((await post(`/${number}/replay`)).body).toEqual({ succeeds: true, error: null });
    await eventually(async () => expect(await effects()).toEqual(['a 1', 'a 2', 'a 3']));
    expect(handled).toEqual(['a 1', 'a 2', 'a 3']);
    expect(await rows()).toEqual([]);
    expect((await post(`/${number}/replay`)).status).toBe(404);
    const act = ['replay-dead-letter', opsId, 'dead-letter', String(number)];
    expect(await audited()).toEqual([act, act]);
  });

  it('are replayed as a group, and each leaves a row of its own in the audit trail', async () => {
    for (const id of ['a', 'b', 'c']) await note(id, 1, 2);
    broken = false;
    const answer = await post('/groups/replay', { consumer, error });
    expect(answer).toMatchObject({ status: 202, body: { replaying: 3, left: 0 } });
    await eventually(async () => {
      service.clock.advance({ seconds: 1 });
      expect(await effects()).toHaveLength(6);
    });
    for (const id of ['a', 'b', 'c']) {
      expect(handled.filter((text) => text.startsWith(id))).toEqual([`${id} 1`, `${id} 2`]);
    }
    expect(await audited()).toHaveLength(3);
    expect((await post('/groups/replay', { consumer, error })).body).toEqual({ replaying: 0, left: 0 });
  });

  it('are discarded with a reason that only the audit trail knows, and have no effect when they come again', async () => {
    const eventId = newId();
    await service.receive(Noted, { number: 1, text: '' }, { aggregateId: 'a', eventId });
    await note('a', 2);
    const [number] = await numbers();
    expect(await post(`/${number}/discard`, {})).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const reason = '发送方已更正';
    expect((await post(`/${number}/discard`, { reason })).status).toBe(204);
    await eventually(async () => expect(await effects()).toEqual(['a 2']));
    expect(await numbers()).toEqual([]);
    broken = false;
    await service.receive(Noted, { number: 1, text: '' }, { aggregateId: 'a', eventId });
    expect(await effects()).toEqual(['a 2']);
    const [entry] = await service.runtime.reads.manager.find(AuditEntry);
    const key = await new PersonKeys(service.runtime.keys, service.clock).find(service.runtime.reads.manager, opsId);
    expect(key?.open('audit-reason', entry?.sealedReason ?? '')).toBe(reason);
    expect((await service.stored()).includes(reason)).toBe(false);
    expect(await post(`/${number}/replay`)).toMatchObject({ status: 409, body: { code: 'dead-letter-settled' } });
  });

  it('are settled once, whoever comes at the same time', async () => {
    await note('a', 1);
    const [number] = await numbers();
    broken = false;
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`/${number}/replay`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 404, 409]).toContain(status);
    expect(await effects()).toEqual(['a 1']);
  });

  it('are nobody else’s business, and what names none is not found', async () => {
    await note('a', 1);
    const [number] = await numbers();
    const coordinator = await service.staffToken({ roles: ['coordinator'] });
    expect((await get('', coordinator)).status).toBe(403);
    expect((await service.request('GET', base)).status).toBe(401);
    for (const path of ['/0', '/x', `/${number! + 1}`, '/99999999999999999999', '/1e1']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});
