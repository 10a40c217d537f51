import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import { SkillExpired, SkillGranted } from '@sanxian/shared/contracts';
import { OutboxRow } from '@sanxian/shared/messaging';
import { AuditEntry } from '@sanxian/shared/security';
import { eventually, startTestService, type TestService } from '@sanxian/shared/testing';
import { ExpireSkills } from '../src/skills/expire-skills/expire-skills.worker.js';
import type { GrantedSkillResponse } from '../src/skills/granted-skill.dto.js';
import { volunteersService } from '../src/volunteers.module.js';
import { base, type Citizen, Coordinator, morning, profile, volunteers } from './people.js';

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

const refused = (code: string) => ({ status: 409, body: { code } });
const course = { skill: 'first-aider', issuedOn: '2026-11-04' };

/** A volunteer who claims nothing of themselves, and the id of their profile. */
async function volunteer(): Promise<{ person: Citizen; profileId: string }> {
  const [person] = (await volunteers(service, 1, { skills: [] })) as [Citizen];
  return { person, profileId: (await person.showProfile()).body.id };
}

const about = <Fact extends { personId: string }>(facts: Fact[], { id }: Citizen) =>
  facts.filter(({ personId }) => personId === id);
const toldGranted = async (person: Citizen) => about(await service.emitted(SkillGranted), person);
const toldExpired = async (person: Citizen) => about(await service.emitted(SkillExpired), person);

describe('granting a skill', () => {
  it('enters a certificate for three years, shows it, tells of it and leaves a trace', async () => {
    const { person, profileId } = await volunteer();
    const answer = await coordinator.grant(profileId, { ...course, certificateNumber: 'ZJ-2026-0231' });
    expect(answer.status).toBe(201);
    const { id } = answer.body;
    expect(answer.body).toEqual({
      ...{ id, profileId, personId: person.id },
      ...course,
      expiresOn: '2029-11-04',
      certificateNumber: '****0231',
      grantedAt: '2026-11-23T08:00:00.000Z',
      version: 1,
    });
    const location = answer.headers.get('location')!;
    expect(location).toBe(`${base}/granted-skills/${id}`);
    const shown = await coordinator.ask<GrantedSkillResponse>('GET', location.slice(base.length + 1));
    expect(shown.body).toEqual(answer.body);
    expect((await person.showProfile()).body).toMatchObject({
      skills: [],
      certificates: [{ ...course, expiresOn: '2029-11-04' }],
    });
    expect(await toldGranted(person)).toEqual([
      { grantedSkillId: id, profileId, personId: person.id, ...course, expiresOn: '2029-11-04' },
    ]);
    expect(await service.runtime.reads.manager.findBy(AuditEntry, { subjectId: id })).toMatchObject([
      { actorId: coordinator.accountId, action: 'grant-skill', personId: person.id, subjectType: 'granted-skill' },
    ]);
  });

  it('keeps the number of the certificate unreadable on disk', async () => {
    const { profileId } = await volunteer();
    await coordinator.grant(profileId, { ...course, certificateNumber: 'PLANTED-77001' });
    const stored = await service.stored();
    expect(stored.includes(profileId)).toBe(true);
    expect(stored.includes('PLANTED-77001')).toBe(false);
  });

  it('shows nothing of a short number', async () => {
    const { profileId } = await volunteer();
    const { body } = await coordinator.grant(profileId, { ...course, certificateNumber: '0231771' });
    expect(body.certificateNumber).toBe('****');
  });

  it('is how somebody becomes organ coordinator, without end', async () => {
    const { person, profileId } = await volunteer();
    const appointment = { skill: 'organ-coordinator', issuedOn: '2026-11-23' };
    const { status, body } = await coordinator.grant(profileId, appointment);
    expect([status, body.expiresOn, body.certificateNumber]).toEqual([201, null, null]);
    const [granted] = await toldGranted(person);
    expect(granted).not.toHaveProperty('expiresOn');
    const shift = { requiredSkills: ['organ-coordinator'] };
    const { shiftIds } = await coordinator.publishes(shift);
    expect((await person.signUp(shiftIds[0]!)).status).toBe(201);
  });

  it('takes the last day from the certificate, and a renewal beside the old one', async () => {
    const { person, profileId } = await volunteer();
    await coordinator.grant(profileId, { ...course, expiresOn: '2026-12-31' });
    expect(await coordinator.grant(profileId, course)).toMatchObject(refused('skill-already-granted'));
    expect((await coordinator.grant(profileId, { ...course, issuedOn: '2026-11-23' })).status).toBe(201);
    expect((await person.showProfile()).body.certificates.map(({ expiresOn }) => expiresOn)).toEqual([
      '2026-12-31',
      '2029-11-23',
    ]);
  });

  it('happens once, however many enter it at a time', async () => {
    const { person, profileId } = await volunteer();
    const answers = await Promise.all(Array.from({ length: 10 }, () => coordinator.grant(profileId, course)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'skill-already-granted')).toHaveLength(9);
    expect(await toldGranted(person)).toHaveLength(1);
  });

  it('waits for the day of issue in Lishui', async () => {
    const { profileId } = await volunteer();
    const tomorrow = { ...course, issuedOn: '2026-11-24' };
    service.clock.set('2026-11-23T15:59:59.999Z');
    expect(await coordinator.grant(profileId, tomorrow)).toMatchObject(refused('not-yet-issued'));
    service.clock.set('2026-11-23T16:00:00.000Z');
    expect((await coordinator.grant(profileId, tomorrow)).status).toBe(201);
  });

  it('takes the consent of the volunteer', async () => {
    const { person, profileId } = await volunteer();
    await person.withdrawsConsent();
    expect(await coordinator.grant(profileId, course)).toMatchObject(refused('consent-missing'));
    expect((await person.showProfile()).body.certificates).toEqual([]);
  });

  it('is for coordinators, for profiles that are', async () => {
    const { person, profileId } = await volunteer();
    expect((await person.ask('POST', `profiles/${profileId}/skills`, course)).status).toBe(403);
    for (const unknown of [newId(), 'nonsense']) {
      expect((await coordinator.grant(unknown, course)).status).toBe(404);
      expect((await coordinator.ask('GET', `granted-skills/${unknown}`)).status).toBe(404);
    }
    const { id } = (await coordinator.grant(profileId, course)).body;
    expect((await person.ask('GET', `granted-skills/${id}`)).status).toBe(403);
  });

  it.each<[string, object, string]>([
    ['an unknown skill', { skill: 'pilot' }, 'skill'],
    ['no day of issue', { issuedOn: undefined }, 'issuedOn'],
    ['a day that is none', { issuedOn: '2026-02-30' }, 'issuedOn'],
    ['an instant', { issuedOn: '2026-11-04T00:00:00Z' }, 'issuedOn'],
    ['a last day before the first', { expiresOn: '2026-11-03' }, 'expiresOn'],
    ['a last day that is none', { expiresOn: 'never' }, 'expiresOn'],
    ['a last day that is null', { expiresOn: null }, 'expiresOn'],
    ['a number that is one', { certificateNumber: 231 }, 'certificateNumber'],
    ['an empty number', { certificateNumber: ' ' }, 'certificateNumber'],
    ['a long number', { certificateNumber: '7'.repeat(51) }, 'certificateNumber'],
    ['an unknown field', { person: 'x' }, 'person'],
  ])('refuses %s', async (_, change, path) => {
    const { profileId } = await volunteer();
    const { status, body } = await coordinator.grant(profileId, { ...course, ...change });
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(new Set(body.errors.map((error) => error.path))).toEqual(new Set([path]));
  });
});

describe('a shift that asks for a skill', () => {
  const firstAid = { requiredSkills: ['first-aider'] };
  const lastDay = { ...course, expiresOn: '2026-12-05' };

  it('takes a certificate to the end of its last day, for sign-up and assignment', async () => {
    const { person, profileId } = await volunteer();
    const sunday = { startsAt: '2026-12-05T20:00:00.000Z', endsAt: '2026-12-05T22:00:00.000Z' };
    const { id: eventId } = (await coordinator.plan({ endsAt: '2026-12-06T09:00:00.000Z' })).body;
    const saturdays = (await coordinator.addShift(eventId, { ...morning, ...firstAid })).body.id;
    const sundays = (await coordinator.addShift(eventId, { ...morning, ...firstAid, ...sunday })).body.id;
    await coordinator.publish(eventId);
    expect(await person.signUp(saturdays)).toMatchObject(refused('skill-missing'));
    await coordinator.grant(profileId, lastDay);
    expect(await person.signUp(sundays)).toMatchObject(refused('skill-expires'));
    expect(await coordinator.assign(sundays, person.id)).toMatchObject(refused('skill-expires'));
    expect((await person.signUp(saturdays)).status).toBe(201);
    const [entry] = (await coordinator.roster(saturdays)).body.items;
    expect(entry).toMatchObject({ profileId, skills: ['first-aider'] });
    await coordinator.grant(profileId, { ...course, issuedOn: '2026-11-23' });
    expect((await person.signUp(sundays)).status).toBe(201);
  });

  it('shows in the roster what counts to its end, each skill once', async () => {
    const { shiftIds } = await coordinator.publishes({});
    const { person, profileId } = await volunteer();
    await person.changeProfile({ skills: ['driver', 'first-aider'] });
    await coordinator.grant(profileId, { ...course, expiresOn: '2027-01-01' });
    await coordinator.grant(profileId, { skill: 'nurse', issuedOn: '2020-01-01', expiresOn: '2026-12-04' });
    await coordinator.grant(profileId, { skill: 'doctor', issuedOn: '2020-01-01' });
    await person.signUp(shiftIds[0]!);
    const [entry] = (await coordinator.roster(shiftIds[0]!)).body.items;
    expect(entry!.skills).toEqual(['driver', 'first-aider', 'doctor']);
  });

  it('goes on taking the word of a volunteer', async () => {
    const { shiftIds } = await coordinator.publishes(firstAid);
    const [person] = (await volunteers(service, 1, profile)) as [Citizen];
    const profileId = (await person.showProfile()).body.id;
    await coordinator.grant(profileId, { ...lastDay, expiresOn: '2026-11-30' });
    expect((await person.signUp(shiftIds[0]!)).status).toBe(201);
  });
});

describe('the last day of a certificate', () => {
  const toldOnce = (person: Citizen) => eventually(async () => expect(await toldExpired(person)).toHaveLength(1));

  /** Something that is due later than all else, so that what was due before has been seen to. */
  async function everythingDueIsDone(inYear = 2026): Promise<void> {
    const { person, profileId } = await volunteer();
    await coordinator.grant(profileId, { ...course, expiresOn: `${inYear}-12-31` });
    service.clock.set(`${inYear}-12-31T16:00:00.000Z`);
    await toldOnce(person);
  }

  it('is followed by the news that it is over, once, and no sooner', async () => {
    const { person, profileId } = await volunteer();
    const { id } = (await coordinator.grant(profileId, { ...course, expiresOn: '2026-12-05' })).body;
    const other = await volunteer();
    await coordinator.grant(other.profileId, { ...course, expiresOn: '2026-12-04' });
    service.clock.set('2026-12-05T15:59:59.999Z');
    await toldOnce(other.person);
    expect(await toldExpired(person)).toEqual([]);
    service.clock.set('2026-12-05T16:00:00.000Z');
    await toldOnce(person);
    await everythingDueIsDone();
    expect(await toldExpired(person)).toEqual([
      {
        ...{ grantedSkillId: id, profileId, personId: person.id },
        ...{ skill: 'first-aider', expiresOn: '2026-12-05', renewed: false },
      },
    ]);
    // The certificate is the aggregate: its news come in the order of its versions.
    const rows = await service.runtime.reads.manager.find(OutboxRow, {
      where: { aggregateId: id },
      order: { id: 'ASC' },
    });
    expect(rows.map(({ type, aggregateVersion }) => [type, aggregateVersion])).toEqual([
      ['volunteers.skill-granted.v1', 1],
      ['volunteers.skill-expired.v1', 2],
    ]);
  });

  it('is no news for what never ends', async () => {
    const { person, profileId } = await volunteer();
    await coordinator.grant(profileId, { skill: 'nurse', issuedOn: '2026-11-04' });
    await everythingDueIsDone(2126);
    expect(await toldExpired(person)).toEqual([]);
  });

  it('tells whether another one counts on', async () => {
    const { person, profileId } = await volunteer();
    await coordinator.grant(profileId, { ...course, expiresOn: '2026-12-05' });
    await coordinator.grant(profileId, { ...course, issuedOn: '2026-11-20', expiresOn: '2026-12-06' });
    service.clock.set('2026-12-06T08:00:00.000Z');
    await toldOnce(person);
    service.clock.set('2026-12-07T08:00:00.000Z');
    await eventually(async () => expect(await toldExpired(person)).toHaveLength(2));
    expect((await toldExpired(person)).map(({ renewed }) => renewed)).toEqual([true, false]);
  });

  it('is told at once of what is entered late, after the grant', async () => {
    const { person, profileId } = await volunteer();
    const { body } = await coordinator.grant(profileId, { ...course, expiresOn: '2026-11-22' });
    expect(body.version).toBe(1);
    expect([await toldGranted(person), await toldExpired(person)]).toMatchObject([[{}], [{ renewed: false }]]);
    await everythingDueIsDone();
    expect(await toldExpired(person)).toHaveLength(1);
  });

  it('is told once by many processes, after a stop of any length, more than a batch at a time', async () => {
    const { person, profileId } = await volunteer();
    const days = Array.from({ length: 110 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const expiresOn = '2026-12-01';
    await Promise.all(days.map((issuedOn) => coordinator.grant(profileId, { ...course, issuedOn, expiresOn })));
    const { unitOfWork, reads } = service.runtime;
    // Fresh ones remember nothing, as after a restart.
    const processes = Array.from({ length: 3 }, () => new ExpireSkills(unitOfWork, reads, service.clock));
    service.clock.set('2027-06-01T00:00:00.000Z');
    for (const process of processes) process.onApplicationBootstrap();
    // A stop waits for the pass that runs.
    await Promise.all(processes.map((process) => process.beforeApplicationShutdown()));
    const restarted = new ExpireSkills(unitOfWork, reads, service.clock);
    restarted.onApplicationBootstrap();
    await restarted.beforeApplicationShutdown();
    const told = await toldExpired(person);
    expect(new Set(told.map(({ grantedSkillId }) => grantedSkillId)).size).toBe(110);
    expect(told).toHaveLength(110);
  });
});
