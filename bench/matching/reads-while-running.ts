import { join } from 'node:path';
import { newId } from '@sanxian/shared/config';
import { eventually, temporaryFolder } from '@sanxian/shared/testing';
import SqliteDatabase from 'better-sqlite3';
import { ServerProcess } from '../../tools/process/server-process.js';
import { logInAsCoordinator } from '../../tools/tour/people.js';
import type { Figure } from '../figures/figure.js';
import { logInCitizens } from '../http/citizens.js';
import { applyLoad, type HttpLoad, warmUp } from '../http/http-load.js';

const volunteers = 5_000;
const events = 40;
const connections = 4;
const measuredSeconds = 4;

/** Lists of events while the same process matches 5,000 people to 80 shifts, against the same while it does nothing else. */
export async function readsWhileRunning(): Promise<Figure> {
  const folder = temporaryFolder();
  const server = await ServerProcess.on(folder.path, { flags: ['--village'] });
  try {
    await server.start();
    const people = await logInCitizens(server.url, connections);
    const coordinator = await logInAsCoordinator(server.url, folder.path);
    const eventIds = await planEvents(coordinator);
    fill(join(folder.path, 'volunteers.sqlite'));
    const load: HttpLoad = {
      ...{ url: server.url, connections, seconds: measuredSeconds, processIds: [server.processId] },
      next: (connection) => ({
        ...{ method: 'GET', path: '/api/v1/volunteers/events?limit=20', expected: 200 },
        headers: { authorization: `Bearer ${people[connection]!.token}` },
      }),
    };
    await warmUp(load);
    const idle = await applyLoad(load);
    const path = '/api/v1/volunteers/matching-runs';
    const { id } = await coordinator.api.post<{ id: string }>(path, { eventIds }, 202);
    const status = async () => (await coordinator.api.get<{ status: string }>(`${path}/${id}`)).status;
    await eventually(
      async () => {
        if ((await status()) !== 'running') throw new Error('It has not begun');
      },
      { withinMilliseconds: 10_000 },
    );
    const busy = await applyLoad(load);
    if ((await status()) !== 'running') throw new Error('It ended before the measurement did');
    return {
      name: `p99 of reads while ${volunteers} people are matched : idle`,
      ours: { ...busy },
      reference: { ...idle },
      ratio: busy.p99 / idle.p99,
      target: { atMost: 2 },
    };
  } finally {
    await server.stop();
    folder.remove();
  }
}

async function planEvents({ api, branchId }: Awaited<ReturnType<typeof logInAsCoordinator>>): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < events; index += 1) {
    const day = Date.now() + (7 + (index % 21)) * 86_400_000;
    const at = (hour: number) => new Date(Math.floor(day / 86_400_000) * 86_400_000 + hour * 3_600_000).toISOString();
    const place = { name: '白云社区', area: '331102' };
    const times = { startsAt: at(1), endsAt: at(9) };
    const about = { title: `测速${index}`, kind: 'theme-day', risk: 'low', place, branchId, ...times };
    const { id } = await api.post<{ id: string }>('/api/v1/volunteers/events', about);
    for (const [role, from] of [
      ['引导', 1],
      ['资料发放', 5],
    ] as const) {
      const shift = { role, startsAt: at(from), endsAt: at(from + 4), min: 20, max: 60, requiredSkills: [] };
      await api.post(`/api/v1/volunteers/events/${id}/shifts`, shift);
    }
    await api.post(`/api/v1/volunteers/events/${id}/publication`, {}, 200);
    ids.push(id);
  }
  return ids;
}

/** Profiles like one that is there, each with a consent. */
function fill(file: string): void {
  const database = new SqliteDatabase(file, { timeout: 10_000 });
  const rowOf = (table: string) =>
    database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} LIMIT 1`).get()!;
  const insertInto = (table: string, names: readonly string[]) =>
    database.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`);
  const [profile, consent] = [rowOf('volunteer_profiles'), rowOf('consent_states')];
  const profiles = insertInto('volunteer_profiles', Object.keys(profile));
  const consents = insertInto('consent_states', Object.keys(consent));
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  database.transaction(() => {
    for (let index = 0; index < volunteers; index += 1) {
      const person_id = newId();
      const free = [0, 2, 5].map((step) => ({ weekday: weekdays[(index + step) % 7], from: '08:00', to: '20:00' }));
      profiles.run({ ...profile, id: newId(), person_id, availability: JSON.stringify(free), sealed_home: null });
      consents.run({ ...consent, person_id, purpose: 'volunteer-service', state: 'granted' });
    }
  })();
  database.close();
}
