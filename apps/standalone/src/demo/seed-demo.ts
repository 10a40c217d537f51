import { existsSync, writeFileSync } from 'node:fs';
import type { ForwardingPort } from '@sanxian/gateway/module';
import type { DemoMailbox } from '@sanxian/shared/channels';
import type { PeopleSeal } from '@sanxian/shared/security';
import type { DataFolder } from '../data-folder/data-folder.js';
import type { OpenServices } from '../open-services.js';
import { DemoClient } from './demo-client.js';
import { donors, jointDay, studyDay, volunteers } from './demo-city.js';
import { at, sundayAfter } from './demo-dates.js';
import { createDemoStaff } from './demo-staff.js';

interface DemoEvent {
  readonly shifts: readonly {
    role: string;
    fromHour: number;
    toHour: number;
    min: number;
    max: number;
    requiredSkills: readonly string[];
  }[];
}

/**
 * Fills a new demo folder through the API itself, so that every rule, event and message of the product takes part.
 * Cut short, it goes on at the next start: what was made has an idempotency key and is made once.
 */
export async function seedDemo(parts: {
  folder: DataFolder;
  services: OpenServices;
  peopleSeal: PeopleSeal;
  forwarding: ForwardingPort;
  mailbox: DemoMailbox;
  say: (line: string) => void;
}): Promise<void> {
  const { folder, services, say } = parts;
  const now = services.runtimeOf('gateway').clock.now();
  const seededMarker = folder.file('demo-seeded');
  if (existsSync(seededMarker)) return;
  const accountsFile = folder.file('demo-accounts.json');
  const [coordinator] = await createDemoStaff(services.runtimeOf('gateway'), parts.peopleSeal, accountsFile);
  const client = new DemoClient(parts.forwarding, parts.mailbox);
  const { accessToken } = await client.logInAsStaff(coordinator!.username, coordinator!.password);
  const sunday = sundayAfter(now, 2);
  const branchId = coordinator!.branchId;
  const shiftIds = await publish(client, accessToken, 'joint-day', sunday, { ...jointDay, branchId });
  await publish(client, accessToken, 'study-day', sundayAfter(now, 3), { ...studyDay, branchId });
  for (const [index, volunteer] of volunteers.entries()) await introduceVolunteer(client, volunteer, index, shiftIds);
  for (const [index, donor] of donors.entries()) await introduceDonor(client, donor, index);
  writeFileSync(seededMarker, '');
  say(`演示城市已就绪，工作人员账号见 ${accountsFile}`);
  say(`The demo city is ready; staff accounts are in ${accountsFile}`);
}

/** @returns the ids of its shifts */
async function publish(
  client: DemoClient,
  token: string,
  name: string,
  date: string,
  { shifts, ...event }: DemoEvent & Record<string, unknown>,
): Promise<string[]> {
  const startsAt = at(date, Math.min(...shifts.map(({ fromHour }) => fromHour)));
  const endsAt = at(date, Math.max(...shifts.map(({ toHour }) => toHour)));
  const path = '/api/v1/volunteers/events';
  const key = `demo-${name}`;
  const { id } = await client.post<{ id: string }>(path, { ...event, startsAt, endsAt }, { token, key });
  const shiftIds: string[] = [];
  for (const [index, { fromHour, toHour, ...shift }] of shifts.entries()) {
    const body = { ...shift, startsAt: at(date, fromHour), endsAt: at(date, toHour) };
    const created = await client.post<{ id: string }>(`${path}/${id}/shifts`, body, { token, key: `${key}-${index}` });
    shiftIds.push(created.id);
  }
  await client.post(`${path}/${id}/publication`, {}, { token, key: `${key}-publication` });
  return shiftIds;
}

async function introduceVolunteer(
  client: DemoClient,
  volunteer: (typeof volunteers)[number],
  index: number,
  [consultation, nursing, training, leaflets]: string[],
): Promise<void> {
  const { name, phone, ...profile } = volunteer;
  const { accessToken: token } = await client.logInAsCitizen(phone, `127.20.0.${index + 1}`);
  await client.send('PATCH', '/api/v1/me', { displayName: name, area: profile.area }, { token });
  await agree(client, token, 'volunteer-service');
  await client.post('/api/v1/volunteers/profiles', profile, { token, key: 'demo-profile' });
  const shift = profile.skills.includes('doctor')
    ? consultation
    : profile.skills.includes('nurse')
      ? nursing
      : profile.skills.includes('first-aid-instructor')
        ? training
        : leaflets;
  await client.post(`/api/v1/volunteers/shifts/${shift}/sign-ups`, {}, { token, key: 'demo-sign-up' });
}

async function introduceDonor(client: DemoClient, donor: (typeof donors)[number], index: number): Promise<void> {
  const { name, phone, ...intent } = donor;
  const { accessToken: token } = await client.logInAsCitizen(phone, `127.20.1.${index + 1}`);
  await client.send('PATCH', '/api/v1/me', { displayName: name, area: intent.area }, { token });
  await agree(client, token, 'blood-contact');
  await client.post('/api/v1/donations/blood/intents', intent, { token, key: 'demo-intent' });
}

async function agree(client: DemoClient, token: string, purpose: string): Promise<void> {
  const { items } = await client.get<{ items: { purpose: string; currentTextVersion: string }[] }>(
    '/api/v1/me/consents',
    token,
  );
  const textVersion = items.find((item) => item.purpose === purpose)?.currentTextVersion;
  await client.send('PUT', `/api/v1/me/consents/${purpose}`, { textVersion }, { token });
}
