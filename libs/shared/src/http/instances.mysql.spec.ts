import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../config/new-id.js';
import { eventually, startTestService, temporaryFolder, type TestService } from '../testing/index.js';
import { IdempotencyRecord } from './idempotency/idempotency-record.entity.js';
import { backstage, notesService } from './notes.fixture.js';

const path = '/api/v1/notes';

describe('two instances of a service on one MySQL database', () => {
  const personId = newId();
  let folder: ReturnType<typeof temporaryFolder>;
  let instances: { service: TestService; token: string }[];

  beforeEach(async () => {
    backstage.runs = 0;
    backstage.delay = Promise.resolve();
    folder = temporaryFolder();
    instances = [];
    for (let count = 0; count < 2; count += 1) {
      const service = await startTestService(notesService, { folder: folder.path });
      instances.push({ service, token: await service.citizenToken(personId) });
    }
  });

  afterEach(async () => {
    for (const { service } of instances) await service.close();
    folder.remove();
  });

  const post = (instance: number, key: string) => {
    const { service, token } = instances[instance]!;
    return service.request('POST', path, { token, body: { title: 'once' }, headers: { 'idempotency-key': key } });
  };
  const notes = () => instances[0]!.service.runtime.reads.manager.query<unknown[]>('SELECT id FROM notes');

  it('make one resource of 200 posts with one key, with equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => post(index % 2, 'same')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await notes()).toHaveLength(1);
  });

  it('tell the repetition to wait while the first runs elsewhere, and replay it afterwards', async () => {
    let goOn = () => undefined as void;
    backstage.delay = new Promise((resolve) => (goOn = resolve));
    const first = post(0, 'slow');
    await eventually(() => expect(backstage.runs).toBe(1));
    const meanwhile = await post(1, 'slow');
    expect(meanwhile).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-flight' } });
    expect(meanwhile.headers.get('retry-after')).toBe('5');
    goOn();
    const { text } = await first;
    expect(await post(1, 'slow')).toMatchObject({ status: 201, text });
    expect(backstage.runs).toBe(1);
    expect(await instances[0]!.service.runtime.reads.manager.count(IdempotencyRecord)).toBe(1);
  });
});

describe('a service whose pool is full', () => {
  it('answers 503 and when to come again, and then takes everybody', async () => {
    const service = await startTestService(notesService, {
      databaseLimits: 'connectionLimit=4&acquireMilliseconds=300',
    });
    const token = await service.citizenToken();
    const post = () => service.request('POST', path, { token, body: { title: 'late' } });
    let letGo = () => undefined as void;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    const holders = [1, 2].map(() => service.runtime.unitOfWork.run(() => released));
    await eventually(() => expect(service.runtime.load().inUse).toBe(2));
    for (const answer of await Promise.all(Array.from({ length: 12 }, post))) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    letGo();
    await Promise.all(holders);
    const answers = await Promise.all(Array.from({ length: 8 }, post));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    await service.close();
  });
});
