import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VolunteerRegistered } from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { volunteersService } from '../src/volunteers.module.js';
import { base, Citizen, Coordinator, profile, volunteers } from './people.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(volunteersService);
});
afterAll(() => service.close());

async function consentingCitizen(): Promise<Citizen> {
  const citizen = new Citizen(service);
  await citizen.consents();
  return citizen;
}

const guardian = { name: '蓝桂英', phone: '13857812345' };

describe('the skill catalogue', () => {
  it('is public, in both languages', async () => {
    const list = async (language: string) => {
      const headers = { 'accept-language': language };
      const { status, body } = await service.request<{ items: { code: string; label: string }[] }>(
        'GET',
        `${base}/skills`,
        { headers },
      );
      expect(status).toBe(200);
      return body.items;
    };
    const [zh, en] = [await list('zh-CN'), await list('en')];
    expect(zh).toHaveLength(15);
    expect(zh[0]).toEqual({ code: 'first-aider', label: '救护员', selfClaimed: true });
    expect(en[0]).toEqual({ code: 'first-aider', label: 'First aider', selfClaimed: true });
    expect(en.at(-1)).toMatchObject({ code: 'organ-coordinator', selfClaimed: false });
  });
});

describe('a volunteer profile', () => {
  it('is created once, shown and announced', async () => {
    const citizen = await consentingCitizen();
    const availability = [{ weekday: 'sat', from: '08:00', to: '24:00' }];
    const wishes = {
      availabilityExceptions: [{ date: '2026-12-05', windows: [{ from: '18:00', to: '21:00' }] }],
      home: { lat: 28.451747, lng: 119.923098 },
      radiusKm: 8,
      hoursPerWeek: 6,
      roleWishes: [{ role: '急救培训助手', wish: 5 }],
    };
    const created = await citizen.createProfile({ ...profile, availability, guardian, ...wishes });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...wishes,
      id: expect.any(String),
      personId: citizen.id,
      ...profile,
      certificates: [],
      availability,
      guardian: { name: '蓝*', phone: '138****2345' },
      registeredAt: '2026-11-23T08:00:00.000Z',
      version: 1,
    });
    expect(created.headers.get('location')).toBe(`${base}/profiles/mine`);
    expect(created.headers.get('etag')).toBe('"1"');
    expect((await citizen.showProfile()).body).toEqual(created.body);
    expect(await citizen.createProfile()).toMatchObject({ status: 409, body: { code: 'profile-exists' } });
    const registered = (await service.emitted(VolunteerRegistered)).filter(({ personId }) => personId === citizen.id);
    expect(registered).toEqual([{ profileId: created.body.id, personId: citizen.id, area: '331102' }]);
  });

  it('says what is usual of what was not said, and takes everything back', async () => {
    const citizen = await consentingCitizen();
    const usual = { availabilityExceptions: [], home: null, radiusKm: 20, hoursPerWeek: null, roleWishes: [] };
    expect((await citizen.createProfile()).body).toMatchObject(usual);
    const home = { lat: 28.4, lng: 119.9 };
    const exception = { date: '2026-12-05', windows: [] };
    await citizen.changeProfile({ home, radiusKm: 3, hoursPerWeek: 2, availabilityExceptions: [exception] });
    expect((await citizen.showProfile()).body).toMatchObject({ home, radiusKm: 3, hoursPerWeek: 2 });
    const nothing = { home: null, radiusKm: null, hoursPerWeek: null, availabilityExceptions: [], roleWishes: [] };
    expect((await citizen.changeProfile(nothing)).body).toMatchObject(usual);
  });

  it.each([
    ['a home without its longitude', { home: { lat: 28.4 } }, 'home.lng', 'required'],
    ['a radius of nothing', { radiusKm: 0 }, 'radiusKm', 'min'],
    ['more hours than any week has for this', { hoursPerWeek: 101 }, 'hoursPerWeek', 'max'],
    ['a wish beyond all', { roleWishes: [{ role: '主持', wish: 6 }] }, 'roleWishes[0].wish', 'max'],
    [
      'one role twice',
      { roleWishes: Array.from({ length: 2 }, () => ({ role: '主持', wish: 1 })) },
      'roleWishes',
      'array-unique',
    ],
    [
      'a day that does not exist',
      { availabilityExceptions: [{ date: '2026-02-30', windows: [] }] },
      'availabilityExceptions[0].date',
      'is-date',
    ],
    [
      'a time that ends before it begins',
      { availabilityExceptions: [{ date: '2026-12-05', windows: [{ from: '12:00', to: '11:00' }] }] },
      'availabilityExceptions[0].windows[0].to',
      'is-after',
    ],
  ])('does not take %s', async (_, body, path, code) => {
    const [citizen] = (await volunteers(service, 1)) as [Citizen];
    const refused = await citizen.changeProfile(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it('takes the consent to volunteer service', async () => {
    const citizen = new Citizen(service);
    expect(await citizen.createProfile()).toMatchObject({ status: 409, body: { code: 'consent-missing' } });
    await citizen.consents();
    await citizen.withdrawsConsent();
    expect(await citizen.createProfile()).toMatchObject({ status: 409, body: { code: 'consent-missing' } });
    await citizen.consents();
    expect((await citizen.createProfile()).status).toBe(201);
  });

  it('is made once, however many ask at a time', async () => {
    const citizen = await consentingCitizen();
    const answers = await Promise.all(Array.from({ length: 20 }, () => citizen.createProfile()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'profile-exists')).toHaveLength(19);
  });

  it('changes in what is given only, also after the consent was withdrawn', async () => {
    const citizen = await consentingCitizen();
    const created = (await citizen.createProfile({ ...profile, guardian })).body;
    await citizen.withdrawsConsent();
    const changed = await citizen.changeProfile({ skills: ['driver', 'nurse'] });
    expect(changed).toMatchObject({ status: 200, body: { ...created, skills: ['driver', 'nurse'], version: 2 } });
    const renamed = await citizen.changeProfile({ guardian: { name: '钟小明', phone: '+86 139 0000 0000' } });
    expect(renamed.body.guardian).toEqual({ name: '钟*', phone: '139****0000' });
    expect((await citizen.changeProfile({ guardian: null, area: '331121208' })).body).toMatchObject({
      guardian: null,
      area: '331121208',
      version: 4,
    });
    expect((await citizen.showProfile()).body).toMatchObject({
      skills: ['driver', 'nurse'],
      guardian: null,
      version: 4,
    });
  });

  it('minds If-Match', async () => {
    const [citizen] = (await volunteers(service, 1)) as [Citizen];
    const change = (tag: string) => citizen.changeProfile({ area: '331121' }, { 'if-match': tag });
    expect(await change('"2"')).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await change('"1"')).headers.get('etag')).toBe('"2"');
    expect((await change('"1"')).status).toBe(412);
  });

  it('leaves the skill that comes by appointment to the appointment', async () => {
    const citizen = await consentingCitizen();
    const skills = ['doctor', 'organ-coordinator'];
    const refused = { status: 409, body: { code: 'skill-by-appointment' } };
    expect(await citizen.createProfile({ ...profile, skills })).toMatchObject(refused);
    await citizen.createProfile();
    expect(await citizen.changeProfile({ skills })).toMatchObject(refused);
  });

  it('is nobody else’s business', async () => {
    expect((await new Citizen(service).showProfile()).status).toBe(404);
    expect((await new Citizen(service).changeProfile({})).status).toBe(404);
    const coordinator = new Coordinator(service);
    expect((await coordinator.ask('GET', 'profiles/mine')).status).toBe(403);
    expect((await coordinator.ask('POST', 'profiles', profile)).status).toBe(403);
    expect((await service.request('GET', `${base}/profiles/mine`)).status).toBe(401);
  });

  it('keeps the guardian unreadable on disk', async () => {
    const citizen = await consentingCitizen();
    await citizen.createProfile({ ...profile, guardian: { name: '雷大海', phone: '13712344321' } });
    const stored = (await service.stored()).toString();
    expect(stored).toContain('first-aider');
    for (const planted of ['雷大海', '13712344321']) expect(stored).not.toContain(planted);
  });

  const window = { weekday: 'mon', from: '08:00', to: '12:00' };

  it.each<[string, object, string]>([
    ['no skills', { skills: undefined }, 'skills'],
    ['a skill of its own', { skills: ['pilot'] }, 'skills'],
    ['a skill twice', { skills: ['nurse', 'nurse'] }, 'skills'],
    ['a skill alone', { skills: 'nurse' }, 'skills'],
    ['skills as an object', { skills: { 0: 'nurse' } }, 'skills'],
    ['a skill that is a number', { skills: [1] }, 'skills'],
    ['no languages', { languages: undefined }, 'languages'],
    ['a language in words', { languages: ['汉语'] }, 'languages'],
    ['a language that is a number', { languages: [7] }, 'languages'],
    ['a language twice', { languages: ['zh', 'zh'] }, 'languages'],
    ['no area', { area: undefined }, 'area'],
    ['a short area', { area: '3311' }, 'area'],
    ['availability as an object', { availability: window }, 'availability'],
    ['availability null', { availability: null }, 'availability'],
    ['a list in a list', { availability: [[window]] }, 'availability[0]'],
    ['a long weekday', { availability: [{ ...window, weekday: 'monday' }] }, 'availability[0].weekday'],
    ['an hour too late', { availability: [{ ...window, from: '24:00' }] }, 'availability[0].from'],
    ['an hour without its nought', { availability: [{ ...window, from: '8:00' }] }, 'availability[0].from'],
    ['an end before the start', { availability: [{ ...window, to: '07:00' }] }, 'availability[0].to'],
    ['an end at the start', { availability: [{ ...window, to: '08:00' }] }, 'availability[0].to'],
    ['an end as a number', { availability: [{ ...window, to: 12 }] }, 'availability[0].to'],
    ['too many windows', { availability: Array.from({ length: 51 }, () => window) }, 'availability'],
    ['a guardian without phone', { guardian: { name: '蓝桂英' } }, 'guardian.phone'],
    ['a guardian with a short phone', { guardian: { ...guardian, phone: '1385781' } }, 'guardian.phone'],
    ['a guardian without name', { guardian: { ...guardian, name: ' ' } }, 'guardian.name'],
    ['a guardian in words', { guardian: '蓝桂英' }, 'guardian'],
    ['guardians', { guardian: [guardian] }, 'guardian'],
    ['an unknown field', { stars: 5 }, 'stars'],
    ['an unknown field of a guardian', { guardian: { ...guardian, relation: '母亲' } }, 'guardian.relation'],
  ])('refuses %s', async (_, change, path) => {
    const citizen = await consentingCitizen();
    const { status, body } = await citizen.createProfile({ ...profile, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors.map((error) => error.path)).toContain(path);
    expect((await citizen.showProfile()).status).toBe(404);
  });

  it.each<[string, object]>([
    ['skills null', { skills: null }],
    ['languages null', { languages: null }],
    ['area null', { area: null }],
    ['availability null', { availability: null }],
    ['an unknown skill', { skills: ['pilot'] }],
    ['the person', { personId: 'x' }],
  ])('does not change to %s', async (_, change) => {
    const [citizen] = (await volunteers(service, 1)) as [Citizen];
    expect((await citizen.changeProfile(change)).status).toBe(400);
    expect((await citizen.showProfile()).body.version).toBe(1);
  });
});
