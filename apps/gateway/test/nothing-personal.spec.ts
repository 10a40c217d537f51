import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { OutboxRow } from '@sanxian/shared/messaging';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { createStaffAccount, gatewayService, issueSetUpToken, createBranches } from '../src/gateway.module.js';
import { askForCode, logIn } from './log-in.js';

const phone = '13567801357';
const otherPhone = '13567802468';
const displayName = '欧阳蓝天';
const residentId = '33119919900307049X';
const birthDate = '1990-03-07';
const area = '331127103';
const password = 'a very private password';
const totpSecret = new Secret({ size: 20 }).base32;
let gateway: TestService;
let code: string;
const secrets: string[] = [phone, otherPhone, displayName, birthDate, residentId, area, password, totpSecret];

beforeAll(async () => {
  gateway = await startTestService(gatewayService);
  await createBranches(gateway.runtime, [
    { id: '018f2d4e-7c1a-7000-8000-000000000001', name: '丽水市红十字会', parentId: null },
  ]);
  secrets.push(await issueSetUpToken(gateway.runtime));
  await createStaffAccount(gateway.runtime, gateway, {
    username: 'lan',
    password,
    roles: ['ops'],
    branchIds: [],
    totpSecret,
  });
  const session = await logIn(gateway, phone);
  const body = { displayName, residentId, area };
  await gateway.request('PATCH', '/api/v1/me', { token: session.accessToken, body });
  secrets.push(session.refreshToken);
  code = (await askForCode(gateway, otherPhone)).code;
});
afterAll(() => gateway.close());

describe('what the gateway writes', () => {
  it('holds nothing personal and no secret that can be read', async () => {
    const stored = (await gateway.stored()).toString();
    // What is not secret is found, so the search sees what lies there.
    for (const open of ['identity.person-registered.v1', '丽水市红十字会']) expect(stored).toContain(open);
    for (const secret of secrets) expect([secret, stored.includes(secret)]).toEqual([secret, false]);
  });

  it('keeps no code as it was sent', async () => {
    const rows = await gateway.runtime.reads.manager.query<Record<string, unknown>[]>('SELECT * FROM one_time_codes');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => Object.values(row))).not.toContain(code);
  });

  it('tells the others nothing personal but what is sealed for them', async () => {
    const facts = await gateway.runtime.reads.manager.find(OutboxRow);
    const told = facts.map(({ payload }) => payload).join('\n');
    expect(facts.length).toBeGreaterThanOrEqual(5);
    for (const secret of secrets) expect([secret, told.includes(secret)]).toEqual([secret, false]);
  });

  it('forgets codes, phones and addresses that are over', async () => {
    const rows = async (table: string) =>
      (await gateway.runtime.reads.manager.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n;
    gateway.clock.advance({ days: 2 });
    await askForCode(gateway, '13567803579');
    expect(await rows('one_time_codes')).toBe(1);
    expect(await rows('throttles')).toBe(2);
  });

  it('forgets sessions that are over', async () => {
    gateway.clock.advance({ days: 31 });
    await logIn(gateway, phone);
    const [sessions] = await gateway.runtime.reads.manager.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM sessions');
    const [tokens] = await gateway.runtime.reads.manager.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM refresh_tokens',
    );
    expect([sessions?.n, tokens?.n]).toEqual([1, 1]);
  });
});
