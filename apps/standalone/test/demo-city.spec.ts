import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, requestOver, temporaryFolder } from '@sanxian/shared/testing';
import SqliteDatabase from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityPlan } from '../src/demo/city/city-plan.js';
import { type DemoDescription, planCity } from '../src/demo/city/plan-city.js';
import { readStandaloneEnvironment } from '../src/environment.js';
import { startStandalone, type Standalone } from '../src/start-standalone.js';
import { logInAs, type LoggedIn } from './log-in-as.js';

/** Long enough for a machine that is busy with other things; alone it takes half a minute. */
const patienceMilliseconds = 600_000;

describe('the whole demo city', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let standalone: Standalone;
  let plan: CityPlan;
  let today: string;
  let coordinator: LoggedIn;
  let stopMilliseconds: number;
  const said: string[] = [];

  const start = () =>
    startStandalone({
      environment: readStandaloneEnvironment({ PORT: '0', SANXIAN_DATA_DIR: folder.path }),
      empty: false,
      say: (line) => said.push(line),
    });
  const count = (service: string, sql: string): number => {
    const database = new SqliteDatabase(join(folder.path, `${service}.sqlite`), { readonly: true });
    try {
      return database.prepare<[], { found: number }>(`SELECT COUNT(*) AS found FROM ${sql}`).get()!.found;
    } finally {
      database.close();
    }
  };
  const get = async <Body>(path: string, { token }: LoggedIn): Promise<Body> => {
    const { status, body, text } = await requestOver<Body>(standalone.url, 'GET', path, { token });
    expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
    return body;
  };
  const logIn = logInAs(() => ({ url: standalone.url, folder: folder.path }));

  // Stopped in the middle and started again, as often happens to a demo.
  beforeAll(async () => {
    folder = temporaryFolder();
    standalone = await start();
    await eventually(() => expect(said.join()).toContain('已安排 60/'), { withinMilliseconds: patienceMilliseconds });
    expect((await requestOver(standalone.url, 'GET', '/health/ready')).status).toBe(200);
    const stopping = performance.now();
    await standalone.stop();
    stopMilliseconds = performance.now() - stopping;
    standalone = await start();
    await standalone.demoSettled();
    const description = JSON.parse(readFileSync(join(folder.path, 'demo.json'), 'utf8')) as DemoDescription;
    plan = planCity(description);
    today = description.today;
    coordinator = await logIn.staff('coordinator');
  }, patienceMilliseconds);

  afterAll(async () => {
    await standalone?.stop();
    folder.remove();
  });

  const donors = () => plan.people.flatMap(({ donor }) => donor ?? []);
  const volunteers = () => plan.people.flatMap(({ volunteer }) => volunteer ?? []);

  it('stops in the middle without hurry, and says when it is complete', () => {
    expect(stopMilliseconds).toBeLessThan(8_000);
    expect(said.at(-1)).toBe('演示城市已就绪。The demo city is ready: 390 people.');
    expect(existsSync(join(folder.path, 'demo-seeded'))).toBe(true);
    expect(existsSync(join(folder.path, 'demo-progress'))).toBe(false);
  });

  it('has everybody and everything of the plan once', () => {
    const history = donors().flatMap((donor) => donor.history);
    const intents = donors().flatMap(({ bloodIntent }) => bloodIntent ?? []);
    const registered = donors().flatMap(({ stemCell }) => stemCell ?? []);
    const certificates = volunteers().flatMap(({ skills }) => skills.flatMap(({ certificate }) => certificate ?? []));
    expect({
      citizens: count('gateway', `accounts WHERE kind = 'citizen'`),
      volunteers: count('volunteers', 'volunteer_profiles'),
      donations: count('donations', 'donation_records'),
      reported: count('donations', `donation_records WHERE source = 'self-reported'`),
      intents: count('donations', 'blood_intents'),
      withdrawn: count('donations', 'blood_intents WHERE withdrawn_at IS NOT NULL'),
      stemCell: count('donations', 'stem_cell_intents'),
      stemCellWithdrawn: count('donations', 'stem_cell_intents WHERE withdrawn_at IS NOT NULL'),
      organDecisions: count('donations', 'organ_decisions'),
      certificates: count('volunteers', 'granted_skills'),
      expired: count('volunteers', 'granted_skills WHERE expired_at IS NOT NULL'),
      signUps: count('volunteers', 'sign_ups'),
      noContact: count('donations', `consent_states WHERE purpose = 'blood-contact' AND state = 'withdrawn'`),
      noService: count('volunteers', `consent_states WHERE purpose = 'volunteer-service' AND state = 'withdrawn'`),
    }).toEqual({
      citizens: 390,
      volunteers: 120,
      donations: history.length,
      reported: history.filter(({ recordedBy }) => recordedBy === 'citizen').length,
      intents: intents.length,
      withdrawn: intents.filter(({ withdrawn }) => withdrawn).length,
      stemCell: registered.length,
      stemCellWithdrawn: registered.filter(({ withdrawn }) => withdrawn).length,
      organDecisions: donors().flatMap(({ organDecisions }) => organDecisions).length,
      certificates: certificates.length,
      expired: certificates.filter(({ expiresOn }) => expiresOn < today).length,
      signUps: volunteers().flatMap(({ signUps }) => signUps).length,
      noContact: donors().filter(({ bloodContact }) => bloodContact === 'withdrawn').length,
      noService: volunteers().filter(({ consent }) => consent === 'withdrawn').length,
    });
  });

  it('holds its events with the branch they belong to, and fills their shifts as planned', async () => {
    const shifts = plan.events.flatMap((event) => event.shifts);
    const { items } = await get<{ items: { id: string; title: string }[] }>(
      '/api/v1/volunteers/events?limit=50',
      coordinator,
    );
    expect(items.map(({ title }) => title).toSorted()).toEqual(plan.events.map(({ title }) => title).toSorted());
    const found: { role: string; confirmed: number; waiting: number }[] = [];
    for (const { id } of items) {
      const event = await get<{ shifts: { role: string; confirmed: number; waiting: number }[] }>(
        `/api/v1/volunteers/events/${id}`,
        coordinator,
      );
      found.push(...event.shifts);
    }
    const expected = shifts.map(({ key, role, max }) => {
      const wanted = volunteers().filter(({ signUps }) => signUps.includes(key)).length;
      return { role, confirmed: Math.min(max, wanted), waiting: Math.max(0, wanted - max) };
    });
    const inOrder = (some: typeof found) =>
      some.map(({ role, confirmed, waiting }) => `${role} ${confirmed} ${waiting}`).toSorted();
    expect(inOrder(found)).toEqual(inOrder(expected));
  });

  it('has told everybody, and left nothing waiting', async () => {
    await eventually(
      () => {
        for (const service of ['gateway', 'donations', 'volunteers', 'notifications']) {
          expect([service, count(service, 'outbox WHERE published_at IS NULL')]).toEqual([service, 0]);
          expect([service, count(service, 'held_messages')]).toEqual([service, 0]);
        }
      },
      { withinMilliseconds: 20_000 },
    );
  });
});
