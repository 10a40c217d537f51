/**
 * Plays the main job against a running server and prints what each user saw; ends with 1 when anything differs.
 *
 * npm run tour -- [--record FILE], which is to hold what everybody saw of their own in the end
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { eventually } from '@sanxian/shared/testing';
import { citizenDecides } from './citizen-decides.js';
import { leave, looks } from './last-look.js';
import { agree, logInAsCitizen, logInAsCoordinator, textMessages, type Person } from './people.js';
import { reads, same, say } from './witness.js';

const baseUrl = process.env['SANXIAN_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const dataFolder = process.env['SANXIAN_DATA_DIR'] ?? '.sanxian';
const day = 86_400_000;
const { record } = parseArgs({ options: { record: { type: 'string' } } }).values;

async function donorRegisters(): Promise<void> {
  const donor = await logInAsCitizen(baseUrl, '林知夏');
  say(donor.name, '用验证码登录');
  const checked = await donor.api.post<{ outcome: string; receipt: string }>(
    '/api/v1/donations/blood/pre-screens',
    {
      area: '331102',
      product: 'whole-blood',
      person: { birthDate: '1994-03-07', sex: 'female', weightKg: 56 },
      history: [],
      answers: {},
    },
    200,
  );
  same('the pre-screen', checked.outcome, 'likely-eligible');
  say(donor.name, `预筛结果：${checked.outcome}`);
  const intent = { product: 'whole-blood', volumeMl: 300, area: '331102', preScreenReceipt: checked.receipt };
  const refused = await donor.api.send<{ code: string }>('POST', '/api/v1/donations/blood/intents', intent);
  same('an intent without consent', [refused.status, refused.body.code], [409, 'consent-missing']);
  say(donor.name, `没有授权时登记意愿：${refused.status} ${refused.body.code}`);
  await agree(donor, 'blood-contact');
  const { id } = await donor.api.post<{ id: string }>('/api/v1/donations/blood/intents', intent);
  say(donor.name, '同意联系后，登记献血意愿');
  await reads(donor, [['blood-intent-registered', id]]);
  await eventually(async () =>
    same('text messages beside the code', (await textMessages(donor.api, donor.phone)).length, 2),
  );
  await donor.api.delete(`/api/v1/donations/blood/intents/${id}`);
  const { status } = await donor.api.get<{ status: string }>(`/api/v1/donations/blood/intents/${id}`);
  same('the intent after its withdrawal', status, 'withdrawn');
  say(donor.name, '撤回意愿');
  await reads(donor, [
    ['blood-intent-withdrawn', id],
    ['blood-intent-registered', id],
  ]);
  await leave(donor);
}

async function eventIsStaffed(): Promise<void> {
  const coordinator = await logInAsCoordinator(baseUrl, dataFolder);
  // Ten days ahead, at nine in the morning in Lishui.
  const startsAt = new Date(Math.ceil(Date.now() / day) * day + 10 * day + 3_600_000);
  const times = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * 3_600_000).toISOString(),
  };
  const events = '/api/v1/volunteers/events';
  const event = await coordinator.api.post<{ id: string }>(events, {
    title: '急救知识进社区',
    kind: 'first-aid-course',
    place: { name: '白云社区', area: '331102' },
    risk: 'low',
    branchId: coordinator.branchId,
    ...times,
  });
  const shift = await coordinator.api.post<{ id: string }>(`${events}/${event.id}/shifts`, {
    role: '培训助手',
    min: 1,
    max: 2,
    requiredSkills: [],
    ...times,
  });
  await coordinator.api.post(`${events}/${event.id}/publication`, {}, 200);
  say('协调员', '发布活动“急救知识进社区”，班次最多 2 人');

  const people = [];
  for (const name of ['许安然', '沈书瑶', '陆嘉禾', '宋明朗']) people.push(await volunteerJoins(name));
  const [first, second, third, fourth] = people as [Person, Person, Person, Person];
  const signUps = new Map<Person, string>();
  for (const [person, status] of [
    [first, 'confirmed'],
    [second, 'confirmed'],
    [third, 'waitlisted'],
    [fourth, 'waitlisted'],
  ] as const) {
    const signUp = await person.api.post<{ id: string; status: string; position?: number }>(
      `/api/v1/volunteers/shifts/${shift.id}/sign-ups`,
      {},
    );
    same(`sign-up of ${person.name}`, signUp.status, status);
    signUps.set(person, signUp.id);
    say(person.name, status === 'confirmed' ? '报名成功' : `已满，候补第 ${signUp.position} 位`);
  }
  await first.api.delete(`/api/v1/volunteers/sign-ups/${signUps.get(first)}`);
  say(first.name, '退出班次');
  const { status } = await third.api.get<{ status: string }>(`/api/v1/volunteers/sign-ups/${signUps.get(third)}`);
  same('the next in line', status, 'confirmed');
  say(third.name, '自动递补');
  await reads(first, [['signed-up', signUps.get(first)!]]);
  await reads(second, [['signed-up', signUps.get(second)!]]);
  await reads(third, [
    ['promoted', signUps.get(third)!],
    ['wait-listed', signUps.get(third)!],
  ]);
  await reads(fourth, [['wait-listed', signUps.get(fourth)!]]);
  for (const person of people) await leave(person);
  await coordinator.api.close();
}

async function volunteerJoins(name: string): Promise<Person> {
  const person = await logInAsCitizen(baseUrl, name);
  await agree(person, 'volunteer-service');
  await person.api.post('/api/v1/volunteers/profiles', { skills: ['first-aider'], languages: ['zh'], area: '331102' });
  return person;
}

try {
  await donorRegisters();
  await citizenDecides(baseUrl);
  await eventIsStaffed();
  if (record) writeFileSync(record, JSON.stringify(looks, undefined, 2));
  console.log('一切如预期。Everything was as expected.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
