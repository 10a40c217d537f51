import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { OrganDecisionRecorded } from '@sanxian/shared/contracts';
import { PersonKeyRow } from '@sanxian/shared/security';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { donationsService } from '../src/donations.module.js';
import type { OrganDecisionPage } from '../src/organ/list-decisions/list-decisions.dto.js';
import type { OrganDecisionResponse } from '../src/organ/organ-decision.dto.js';
import { OrganDecision } from '../src/organ/organ-decision.entity.js';
import { Citizen } from './citizen.js';
import { everythingStored } from './everything-stored.js';

const path = '/api/v1/donations/organ/decisions';
const optIn = { decision: 'opt-in', form: 'written' };
const refuse = { decision: 'refuse', form: 'written' };
const none = { decision: 'none', form: 'written' };
const daughter = { name: '蓝小芳', phone: '13905780011', relation: '女儿' };
const sixOrgans = ['heart', 'lung', 'liver', 'kidney', 'pancreas', 'small-intestine'];

let service: TestService;
beforeAll(async () => {
  service = await startTestService(donationsService);
  await service.runtime.unitOfWork.run(async ({ manager }) => {
    // Every test below runs under it: whatever would change or remove a decision fails.
    for (const act of ['UPDATE', 'DELETE']) {
      // There is no such table: the one way to fail that is written the same for every database.
      await manager.query(
        `CREATE TRIGGER no_${act} BEFORE ${act} ON organ_decisions FOR EACH ROW BEGIN DELETE FROM append_only; END`,
      );
    }
  });
});
afterAll(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
});

/** An adult who agreed that their decision is kept. */
async function adult(): Promise<Citizen> {
  return (await new Citizen(service).isBorn('1960-03-07')).agrees('organ-registration');
}

const record = (citizen: Citizen, body: object = optIn, headers: Record<string, string> = {}) =>
  citizen.ask<OrganDecisionResponse>('POST', path, body, headers);
const show = (citizen: Citizen, id: string) => citizen.ask<OrganDecisionResponse>('GET', `${path}/${id}`);
const list = (citizen: Citizen, query = '') => citizen.ask<OrganDecisionPage>('GET', `${path}?${query}`);
const current = (citizen: Citizen) => citizen.ask<OrganDecisionResponse>('GET', `${path}/current`);
const mine = async (citizen: Citizen) =>
  (await citizen.ask<{ organDecision: OrganDecisionResponse | null }>('GET', '/api/v1/donations/mine')).body
    .organDecision;
const rowsOf = ({ personId }: Citizen) =>
  service.runtime.reads.manager.find(OrganDecision, { where: { personId }, order: { version: 'ASC' } });
const announcedFor = async ({ personId }: Citizen) =>
  (await service.emitted(OrganDecisionRecorded)).filter((event) => event.personId === personId);

describe('recording a decision', () => {
  it('keeps it, shows it to the person and announces nothing of its content', async () => {
    const citizen = await adult();
    const created = await record(citizen, {
      ...optIn,
      items: ['body', 'cornea', 'kidney'],
      form: 'will',
      executor: daughter,
      kinInformed: 'told',
    });
    expect(created.status).toBe(201);
    const recordedAt = service.clock.now().toISOString();
    expect(created.body).toEqual({
      id: expect.any(String),
      decision: 'opt-in',
      items: ['kidney', 'cornea', 'body'],
      form: 'will',
      executor: { name: '蓝*', phone: '139****0011', relation: '女儿' },
      kinInformed: 'told',
      stillOpen: [],
      recordedAt,
      recordedBy: 'self',
      version: 1,
    });
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`${path}/${id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    for (const shown of [await show(citizen, id), await current(citizen)]) expect(shown.body).toEqual(created.body);
    expect((await list(citizen)).body).toEqual({ items: [created.body], nextAfter: null });
    expect(await mine(citizen)).toEqual(created.body);
    expect(await announcedFor(citizen)).toEqual([
      { decisionId: id, personId: citizen.personId, version: 1, recordedAt },
    ]);
  });

  it.each<[string, object, object]>([
    ['all six organs when none is named', optIn, { items: sixOrgans, stillOpen: ['family-told'] }],
    ['the body without an executor yet', { ...optIn, items: ['body'] }, { stillOpen: ['executor', 'family-told'] }],
    [
      'an executor who is no relative',
      { ...optIn, executor: { ...daughter, relation: undefined } },
      {
        executor: { name: '蓝*', phone: '139****0011', relation: null },
      },
    ],
    [
      'a refusal',
      refuse,
      { decision: 'refuse', items: [], executor: null, kinInformed: null, stillOpen: ['family-told'] },
    ],
    [
      'a refusal by will that the family knows',
      { ...refuse, form: 'will', kinInformed: 'told' },
      {
        form: 'will',
        kinInformed: 'told',
        stillOpen: [],
      },
    ],
    ['a withdrawal', none, { decision: 'none', items: [], stillOpen: [] }],
    ['fields left empty', { ...refuse, items: null, executor: null, kinInformed: null }, { items: [], executor: null }],
  ])('takes %s', async (_, body, expected) => {
    expect(await record(await adult(), body)).toMatchObject({ status: 201, body: expected });
  });

  it.each<[string, object, string]>([
    ['no decision', { decision: undefined }, 'decision'],
    ['a decision there is not', { decision: 'maybe' }, 'decision'],
    ['no form', { form: undefined }, 'form'],
    ['a form there is not', { form: 'oral' }, 'form'],
    ['items with a refusal', { decision: 'refuse', items: ['heart'] }, 'items'],
    ['items with a withdrawal', { decision: 'none', items: ['heart'] }, 'items'],
    ['an empty list of items', { items: [] }, 'items'],
    ['an item twice', { items: ['heart', 'heart'] }, 'items'],
    ['an item there is not', { items: ['skin'] }, 'items'],
    ['items that are no list', { items: 'heart' }, 'items'],
    ['an executor of a refusal', { decision: 'refuse', executor: daughter }, 'executor'],
    ['an executor as text', { executor: '蓝小芳' }, 'executor'],
    ['an executor without a name', { executor: { phone: '13905780011' } }, 'executor.name'],
    ['an executor without a phone', { executor: { name: '蓝小芳' } }, 'executor.phone'],
    ['an executor with a long relation', { executor: { ...daughter, relation: '亲'.repeat(21) } }, 'executor.relation'],
    ['more about an executor', { executor: { ...daughter, address: '中山街' } }, 'executor.address'],
    ['an unknown word about the family', { kinInformed: 'yes' }, 'kinInformed'],
    ['an unknown field', { organs: ['heart'] }, 'organs'],
  ])('refuses %s', async (_, change, field) => {
    const { status, body } = await record(await adult(), { ...optIn, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(field);
  });

  it.each<[string, (citizen: Citizen) => Promise<unknown>]>([
    ['consent-missing', (citizen) => citizen.isBorn('1960-03-07')],
    ['consent-missing', async (citizen) => (await citizen.isBorn('1960-03-07')).agrees('stem-cell-registry')],
    ['birth-date-missing', (citizen) => citizen.agrees('organ-registration')],
    ['birth-date-missing', async (citizen) => (await citizen.isBorn(null)).agrees('organ-registration')],
    ['under-age', async (citizen) => (await citizen.isBorn('2010-03-07')).agrees('organ-registration')],
  ])('says %s to giving and to refusing alike, and never to a withdrawal', async (code, prepare) => {
    const citizen = new Citizen(service);
    await prepare(citizen);
    const answers = [await record(citizen, optIn), await record(citizen, refuse)];
    for (const answer of answers) expect(answer).toMatchObject({ status: 409, body: { code } });
    const [toGiving, toRefusing] = answers.map(({ body }) => ({ ...body, traceId: '' }));
    expect(toGiving).toEqual(toRefusing);
    expect(await rowsOf(citizen)).toEqual([]);
    expect(await record(citizen, none)).toMatchObject({ status: 201, body: { decision: 'none' } });
  });

  it('is open from midnight in Lishui of the 18th birthday', async () => {
    const today = new Date(service.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const birthDate = `${Number(tomorrow.slice(0, 4)) - 18}${tomorrow.slice(4)}`;
    const citizen = await (await new Citizen(service).isBorn(birthDate)).agrees('organ-registration');
    service.clock.set(`${today}T15:59:59.999Z`);
    expect((await record(citizen)).body.code).toBe('under-age');
    service.clock.advance({ milliseconds: 1 });
    expect((await record(citizen)).status).toBe(201);
  });

  it('answers a repetition with the first answer, and records once', async () => {
    const citizen = await adult();
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => record(citizen, refuse, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await record(citizen, optIn, key)).status).toBe(422);
    expect(await rowsOf(citizen)).toHaveLength(1);
  });
});

describe('the history', () => {
  it('grows and never changes: change, refuse, repeat, withdraw, decide anew', async () => {
    const citizen = await adult();
    const said = [optIn, { ...optIn, items: ['cornea'] }, refuse, refuse, none, { ...optIn, form: 'will' }];
    const answers: OrganDecisionResponse[] = [];
    for (const body of said) {
      const before = await rowsOf(citizen);
      service.clock.advance({ minutes: 1 });
      answers.push((await record(citizen, body)).body);
      const after = await rowsOf(citizen);
      expect(after.slice(0, -1)).toEqual(before);
      expect((await current(citizen)).body).toEqual(answers.at(-1));
      expect(await mine(citizen)).toEqual(answers.at(-1));
    }
    expect(answers.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const answer of answers) expect((await show(citizen, answer.id)).body).toEqual(answer);
    const pages: OrganDecisionResponse[] = [];
    for (let query = 'limit=4'; ;) {
      const { items, nextAfter } = (await list(citizen, query)).body;
      pages.push(...items);
      if (nextAfter === null) break;
      query = `limit=4&after=${nextAfter}`;
    }
    expect(pages).toEqual(answers.toReversed());
    expect((await announcedFor(citizen)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tells "never said" from "taken back"', async () => {
    const citizen = await adult();
    expect(await current(citizen)).toMatchObject({ status: 404, body: { code: 'organ-decision-missing' } });
    expect((await list(citizen)).body).toEqual({ items: [], nextAfter: null });
    expect(await mine(citizen)).toBeNull();
    await record(citizen);
    await record(citizen, none);
    expect(await current(citizen)).toMatchObject({ status: 200, body: { decision: 'none', version: 2 } });
    expect((await mine(citizen))?.decision).toBe('none');
  });

  it('gives every one of many at once a number of its own, and the highest counts', async () => {
    const citizen = await adult();
    const bodies = Array.from({ length: 40 }, (_, index) => [optIn, refuse, none][index % 3]!);
    const answers = await Promise.all(bodies.map((body) => record(citizen, body)));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 201));
    const versions = answers.map(({ body }) => body.version);
    expect(versions.toSorted((a, b) => a - b)).toEqual(bodies.map((_, index) => index + 1));
    const last = answers.find(({ body }) => body.version === bodies.length);
    expect((await current(citizen)).body).toEqual(last?.body);
    expect((await announcedFor(citizen)).map(({ version }) => version)).toEqual(bodies.map((_, index) => index + 1));
  });

  it('is held together by the database: no number twice, no row changed or removed', async () => {
    const citizen = await adult();
    await record(citizen);
    const [row] = await rowsOf(citizen);
    const write = service.runtime.unitOfWork;
    const twin = write.run(({ manager }) => manager.insert(OrganDecision, { ...row, id: newId() }));
    await expect(twin).rejects.toThrow(/unique|duplicate/i);
    const change = write.run(({ manager }) => manager.update(OrganDecision, { id: row?.id }, { recordedBy: 'staff' }));
    await expect(change).rejects.toThrow('append_only');
    await expect(write.run(({ manager }) => manager.delete(OrganDecision, { id: row?.id }))).rejects.toThrow(
      'append_only',
    );
  });

  it('stays when the consent is withdrawn, and can still be taken back', async () => {
    const citizen = await adult();
    const { body } = await record(citizen, refuse);
    await citizen.disagrees('organ-registration');
    expect((await current(citizen)).body).toEqual(body);
    expect((await record(citizen, refuse)).body.code).toBe('consent-missing');
    expect(await record(citizen, none)).toMatchObject({ status: 201, body: { version: 2 } });
  });

  it('refuses a broken or foreign cursor', async () => {
    const [citizen, stranger] = [await adult(), await adult()];
    for (const body of [optIn, refuse]) await record(citizen, body);
    const { nextAfter } = (await list(citizen, 'limit=1')).body;
    expect((await list(stranger, `after=${nextAfter}`)).body.code).toBe('invalid-cursor');
    for (const query of ['limit=0', 'limit=101', 'after=x', 'decision=refuse']) {
      expect((await list(citizen, query)).status).toBe(400);
    }
  });
});

describe('what a thief of the files would see', () => {
  it('is neither the choice nor the executor', async () => {
    const citizen = await adult();
    const executor = { name: '欧阳植入甲', phone: '13711112222', relation: '植入关系乙' };
    const bodies = [{ ...optIn, items: ['small-intestine', 'body'], executor }, refuse, none];
    for (const body of bodies) await record(citizen, body, { 'idempotency-key': newId() });
    const stored = await everythingStored(service);
    expect(stored).toContain(citizen.personId);
    const words = [...Object.values(executor), 'opt-in', 'refuse', '"none"', 'small-intestine', 'kinInformed'];
    for (const word of words) expect(stored).not.toContain(Buffer.from(word).toString('latin1'));
  });

  it('is rows of one length, whatever was said', async () => {
    const citizen = await adult();
    const widest = { name: '𠮷'.repeat(50), phone: '13905780011', relation: '𠮷'.repeat(20) };
    const items = [...sixOrgans, 'cornea', 'body'];
    const most = { ...optIn, items, form: 'written', executor: widest, kinInformed: 'no-answer' };
    for (const body of [none, refuse, optIn, most, { ...most, executor: { ...widest, name: '"'.repeat(50) } }]) {
      expect((await record(citizen, body)).status).toBe(201);
    }
    const rows = await rowsOf(citizen);
    expect(new Set(rows.map(({ sealedContent }) => sealedContent.length)).size).toBe(1);
    expect(rows[0]?.sealedContent.length).toBeLessThanOrEqual(2000);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
      ['id', 'personId', 'version', 'sealedContent', 'recordedBy', 'recordedAt'].toSorted(),
    );
  });

  it('cannot be turned round: a decision in the place of another is nothing', async () => {
    const citizen = await adult();
    await record(citizen, refuse);
    const [row] = await rowsOf(citizen);
    const forged = { ...row, id: newId(), version: 2 };
    await service.runtime.unitOfWork.run(({ manager }) => manager.insert(OrganDecision, forged));
    expect((await show(citizen, forged.id)).status).toBe(404);
    expect((await current(citizen)).status).toBe(404);
  });
});

describe('after the erasure of the key', () => {
  it('nothing is shown, and a new decision begins anew', async () => {
    const citizen = await adult();
    const { id } = (await record(citizen, refuse)).body;
    await record(citizen, optIn);
    const { personId } = citizen;
    await service.runtime.unitOfWork.run(({ manager }) => manager.delete(PersonKeyRow, { personId }));
    const looksEmpty = async () => {
      expect((await current(citizen)).status).toBe(404);
      expect((await show(citizen, id)).status).toBe(404);
      expect((await list(citizen)).body).toEqual({ items: [], nextAfter: null });
      expect(await mine(citizen)).toBeNull();
    };
    await looksEmpty();
    await citizen.isBorn('1960-03-07');
    await looksEmpty();
    const anew = (await record(citizen, optIn)).body;
    expect(anew.version).toBe(3);
    expect((await current(citizen)).body).toEqual(anew);
    expect((await list(citizen)).body.items).toEqual([anew]);
  });
});

it('hides what belongs to somebody else', async () => {
  const [owner, stranger] = [await adult(), await adult()];
  const { id } = (await record(owner)).body;
  for (const foreign of [id, newId(), 'nonsense']) {
    expect(await show(stranger, foreign)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  expect((await current(stranger)).status).toBe(404);
  expect((await list(stranger)).body.items).toEqual([]);
});

it('lets in nobody but citizens, and nobody change or remove a decision', async () => {
  const staff = await service.staffToken({ roles: ['coordinator', 'ops'] });
  const routes = [
    ['POST', path],
    ['GET', path],
    ['GET', `${path}/current`],
    ['GET', `${path}/${newId()}`],
  ] as const;
  for (const [method, route] of routes) {
    const body = method === 'POST' ? optIn : undefined;
    expect((await service.request(method, route, { body })).status).toBe(401);
    expect((await service.request(method, route, { body, token: staff })).status).toBe(403);
  }
  const citizen = await adult();
  const { id } = (await record(citizen)).body;
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const body = method === 'DELETE' ? undefined : refuse;
    expect((await citizen.ask(method, `${path}/${id}`, body)).status).toBe(404);
  }
});
