import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@sanxian/shared/testing';
import type { LoggedIn } from '../log-in-as.js';
import { startTestSystem, type TestSystem } from '../test-system.js';
import { startTextMessageGateway, type TextMessageGateway } from '../text-message-gateway.js';

interface Proof {
  readonly state: string;
  readonly changedAt: string;
  readonly items: readonly { service: string; appliedAt: string }[];
  readonly complete: boolean;
}

interface Citizen extends LoggedIn {
  readonly phone: string;
}

/** What we promise: from the withdrawal to the word of every service. */
const promisedMilliseconds = 5_000;
const consent = '/api/v1/me/consents/blood-contact';

let texts: TextMessageGateway;
let system: TestSystem;
let phones = 0;

beforeAll(async () => {
  texts = await startTextMessageGateway();
  system = await startTestSystem({ empty: true, variables: texts.variables });
});

afterAll(async () => {
  texts.release();
  await system.stop();
  await texts.close();
});

beforeEach(() => texts.behave('takes'));

async function citizen(): Promise<Citizen> {
  const phone = `1990000${String((phones += 1)).padStart(4, '0')}`;
  return { ...(await system.citizen(phone, () => texts.receivedBy(phone).at(-1)?.text)), phone };
}

const messagesOf = ({ phone }: Citizen) => texts.receivedBy(phone).filter(({ text }) => text.includes('献血'));

async function grant({ token }: Citizen): Promise<void> {
  const { status } = await system.request('PUT', consent, { token, body: { textVersion: '2026-11' } });
  expect(status).toBe(200);
}

async function registerIntent({ token }: Citizen): Promise<void> {
  const body = { product: 'platelets', area: '331102' };
  // Donations may ask to come again while it has not heard of the consent.
  await eventually(async () => {
    expect((await system.request('POST', '/api/v1/donations/blood/intents', { token, body })).status).toBe(201);
  });
}

async function withdraw({ token }: Citizen): Promise<void> {
  expect((await system.request('DELETE', consent, { token })).status).toBe(204);
}

const proofOf = async ({ token }: Citizen): Promise<Proof> =>
  (await system.request<Proof>('GET', `${consent}/proof`, { token })).body;

/**
 * Asks for everybody's proof, one after the other, and tells how long each took since `from`: at most that long, since
 * whoever is asked later may have had it before. Asking all at once would measure the asking.
 */
async function untilProven(people: readonly Citizen[], from: number): Promise<number[]> {
  const took: number[] = [];
  for (const person of people) {
    await eventually(async () => expect(await proofOf(person)).toMatchObject({ complete: true }), {
      withinMilliseconds: 30_000,
    });
    took.push(performance.now() - from);
  }
  return took;
}

function report(what: string, took: readonly number[]): void {
  const sorted = took.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const longest = sorted.at(-1) ?? NaN;
  console.log(`${what}: p50 ${median.toFixed(0)} ms, max ${longest.toFixed(0)} ms, n = ${sorted.length}`);
  expect(longest).toBeLessThanOrEqual(promisedMilliseconds);
}

/** The delivery log of everybody, read from outside. */
function deliveries(): Promise<{ status: string; open: number }[]> {
  return system.stored.rows(
    'notifications',
    'SELECT status, COUNT(*) AS open FROM text_messages GROUP BY status ORDER BY status',
  );
}

/** Nothing for the purpose may have reached the provider after notifications vouched for the withdrawal. */
async function expectSilenceAfterProof(person: Citizen): Promise<void> {
  const { items } = await proofOf(person);
  const appliedAt = items.find(({ service }) => service === 'notifications')?.appliedAt ?? '';
  for (const { receivedAt } of messagesOf(person)) expect(receivedAt.toISOString() <= appliedAt).toBe(true);
}

describe('from the withdrawal of a consent to the word of every service', () => {
  it('takes no five seconds for one person, time after time', async () => {
    const person = await citizen();
    const took: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      await grant(person);
      const from = performance.now();
      await withdraw(person);
      took.push(...(await untilProven([person], from)));
    }
    const proof = await proofOf(person);
    expect(proof.state).toBe('withdrawn');
    expect(proof.items.map(({ service }) => service)).toEqual(['donations', 'volunteers', 'notifications']);
    for (const { appliedAt } of proof.items) expect(appliedAt >= proof.changedAt).toBe(true);
    report('one withdrawal', took);
  });

  it('nor for fifty at once, each with a message queued before: it never goes out', async () => {
    const people: Citizen[] = [];
    for (let count = 0; count < 50; count += 1) people.push(await citizen());
    texts.behave('refuses');
    await Promise.all(
      people.map(async (person) => {
        await grant(person);
        await registerIntent(person);
      }),
    );
    for (const person of people) {
      await eventually(() => expect(messagesOf(person).length).toBeGreaterThan(0), { withinMilliseconds: 20_000 });
    }
    const from = performance.now();
    await Promise.all(people.map(withdraw));
    const took = await untilProven(people, from);
    texts.behave('takes');
    // Dropped is an end: no time that passes brings such a message back.
    expect(await deliveries()).toEqual([{ status: 'dropped', open: 50 }]);
    for (const person of people) {
      expect(messagesOf(person).filter(({ taken }) => taken)).toEqual([]);
      await expectSilenceAfterProof(person);
    }
    report('fifty withdrawals at once', took);
  });

  it('waits for the provider when it holds a message, and for nothing else', async () => {
    const person = await citizen();
    await grant(person);
    texts.behave('keeps-waiting');
    await registerIntent(person);
    await eventually(() => expect(messagesOf(person)).toHaveLength(1));
    await withdraw(person);
    const others = await eventually(async () => {
      const proof = await proofOf(person);
      expect(proof.items).toHaveLength(2);
      return proof;
    });
    expect(others).toMatchObject({ items: [{ service: 'donations' }, { service: 'volunteers' }], complete: false });
    const from = performance.now();
    texts.release();
    report('after the provider answered', await untilProven([person], from));
    await expectSilenceAfterProof(person);
    expect(messagesOf(person)).toMatchObject([{ taken: true }]);
  });
});
