import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import type { OpenShiftPage } from '../src/shifts/list-open-shifts/list-open-shifts.dto.js';
import { volunteersService } from '../src/volunteers.module.js';
import { Citizen, Coordinator, volunteers } from './people.js';

let service: TestService;
let coordinator: Coordinator;
beforeAll(async () => {
  service = await startTestService(volunteersService);
});
beforeEach(() => {
  service.clock.set('2026-11-23T08:00:00.000Z');
  coordinator = new Coordinator(service);
});
afterAll(() => service.close());

const open = (person: Citizen, query = '', language = 'zh-CN') =>
  person.ask<OpenShiftPage>('GET', `my/open-shifts?${query}`, undefined, { 'accept-language': language });

const later = { startsAt: '2026-12-05T04:00:00.000Z', endsAt: '2026-12-05T06:00:00.000Z' };

it('says of each shift to come whether I may take it, and why not', async () => {
  const { shiftIds } = await coordinator.publishes({}, { ...later, requiredSkills: ['nurse'] });
  const [person] = (await volunteers(service, 1)) as [Citizen];
  const found = (await open(person)).body.items.filter(({ shift }) => shiftIds.includes(shift.id));
  expect(found).toMatchObject([
    { shift: { id: shiftIds[0], freeSeats: 2 }, eventTitle: '普及急救知识惠基层', obstacle: null },
    { shift: { id: shiftIds[1] }, obstacle: { code: 'skill-missing', text: '此班次需要特定技能' } },
  ]);
  await person.signUp(shiftIds[0]!);
  const codes = (await open(person, '', 'en')).body.items
    .filter(({ shift }) => shiftIds.includes(shift.id))
    .map(({ obstacle }) => obstacle);
  expect(codes[0]).toEqual({ code: 'already-signed-up', text: 'Signed up for this shift already' });
});

it('agrees with what signing up says', async () => {
  const dangerous = { title: '水上救援演练', risk: 'high' };
  const { id } = (await coordinator.plan(dangerous)).body;
  const shift = (await coordinator.addShift(id)).body;
  await coordinator.publish(id);
  const [person] = (await volunteers(service, 1)) as [Citizen];
  const stranger = new Citizen(service);
  for (const reader of [person, stranger]) {
    const item = (await open(reader)).body.items.find((other) => other.shift.id === shift.id);
    expect(item?.obstacle?.code).toBe((await reader.signUp(shift.id)).body.code);
  }
});

it('goes page by page through a time, and shows no draft and nothing that has begun', async () => {
  const { shiftIds } = await coordinator.publishes({}, later, later);
  const draft = (await coordinator.addShift((await coordinator.plan()).body.id, later)).body;
  const [person] = (await volunteers(service, 1)) as [Citizen];
  const seen: string[] = [];
  const time = 'from=2026-12-05T04:00:00Z&to=2026-12-05T05:00:00Z&limit=1';
  for (let after: string | null = ''; after !== null;) {
    const page: OpenShiftPage = (await open(person, after === '' ? time : `${time}&after=${after}`)).body;
    seen.push(...page.items.map(({ shift }) => shift.id));
    after = page.nextAfter;
  }
  expect(seen).toEqual(expect.arrayContaining(shiftIds.slice(1)));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).not.toContain(shiftIds[0]);
  expect(seen).not.toContain(draft.id);
  service.clock.set(later.startsAt);
  const ids = (await open(person)).body.items.map(({ shift }) => shift.id);
  for (const id of shiftIds) expect(ids).not.toContain(id);
});
