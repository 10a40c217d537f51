import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@sanxian/shared/config';
import {
  BloodIntentRegistered,
  ConsentGranted,
  ConsentWithdrawn,
  DonorEligibleAgain,
  PersonChanged,
} from '@sanxian/shared/contracts';
import { ConsentQueries, PersonFactsQueries, PersonKeys } from '@sanxian/shared/security';
import { eventually, startTestService, temporaryFolder, type TestService } from '@sanxian/shared/testing';
import { cpSync } from 'node:fs';
import { BloodDonor } from '../src/blood/blood-donor.entity.js';
import { InviteWhenEligibleAgain } from '../src/blood/invite-when-eligible-again/invite-when-eligible-again.worker.js';
import { LookAtDonor } from '../src/blood/invite-when-eligible-again/look-at-donor.js';
import { KnownDonors } from '../src/blood/known-donors.js';
import { donationsService } from '../src/donations.module.js';

const startAt = '2026-11-23T08:00:00.000Z';
/** A donor who gave on 1 June may give whole blood again on 1 December, and is told from nine o'clock on. */
const dueMorning = '2026-12-01T01:00:00.000Z';

let service: TestService;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  folder = temporaryFolder();
  service = await startTestService(donationsService, { startAt, folder: folder.path });
});
afterEach(async () => {
  expect(service.consumerErrors).toEqual([]);
  await service.close();
  folder.remove();
});

async function restart(at: string, inFolder = folder.path): Promise<void> {
  await service.close();
  service = await startTestService(donationsService, { startAt: at, folder: inFolder });
}

function person(personId = newId()) {
  const ask = async <Body>(method: string, route: string, body?: object) =>
    service.request<Body>(method, route, { token: await service.citizenToken(personId), body });
  const envelope = { aggregateId: personId };
  return {
    personId,
    grants: () => {
      const grantedAt = service.clock.now().toISOString();
      const fields = { personId, purpose: 'blood-contact', textVersion: '2026-11', grantedAt } as const;
      return service.receive(ConsentGranted, fields, envelope);
    },
    withdrawsConsent: () => {
      const withdrawnAt = service.clock.now().toISOString();
      return service.receive(ConsentWithdrawn, { personId, purpose: 'blood-contact', withdrawnAt }, envelope);
    },
    born: (birthDate: string) => {
      const details = { phone: null, displayName: '蓝小芳', language: 'zh-CN', area: null, sex: 'female' } as const;
      const sealed = service.peopleSeal.seal(personId, { ...details, birthDate });
      return service.receive(PersonChanged, { personId, sealed }, envelope);
    },
    wishes: async (product = 'whole-blood') =>
      (await ask<{ id: string }>('POST', '/api/v1/donations/blood/intents', { product, area: '331102' })).body.id,
    withdrawsIntent: (id: string) => ask('DELETE', `/api/v1/donations/blood/intents/${id}`),
    gave: async (product = 'whole-blood', donatedOn = '2026-06-01') =>
      (await ask<{ id: string }>('POST', '/api/v1/donations/blood/records', { product, donatedOn })).body.id,
    takesBack: (id: string) => ask('DELETE', `/api/v1/donations/blood/records/${id}`),
    invitations: async () => (await service.emitted(DonorEligibleAgain)).filter((event) => event.personId === personId),
  };
}

/** Somebody who may be contacted, has an active intent and gave on 1 June. */
async function donor() {
  const somebody = person();
  await somebody.grants();
  const intentId = await somebody.wishes();
  await somebody.gave();
  return { ...somebody, intentId };
}

/** More than are looked at together. */
async function manyDonors() {
  const donors = [];
  for (let index = 0; index < 22; index += 1) donors.push(await donor());
  await looks();
  return donors;
}

/** Has the worker, which else waits a minute, look at whoever is due, and resolves when it has. */
async function looks(): Promise<void> {
  await person().gave('plasma');
  await eventually(async () => {
    const due = await service.runtime.reads.manager
      .createQueryBuilder(BloodDonor, 'donor')
      .where('donor.nextLookAt <= :now', { now: service.clock.now() })
      .getCount();
    expect(due).toBe(0);
  });
}

async function looksAt(instant: string): Promise<void> {
  service.clock.set(instant);
  await looks();
}

describe('a donor who may give again', () => {
  it('is invited once, on the day, from nine o’clock in Shanghai', async () => {
    const { personId, intentId, invitations } = await donor();
    await looksAt('2026-12-01T00:59:59.999Z');
    expect(await invitations()).toEqual([]);
    await looksAt(dueMorning);
    const invitation = { personId, intentId, product: 'whole-blood', eligibleFrom: '2026-12-01' };
    expect(await invitations()).toEqual([{ ...invitation, announcedAt: dueMorning }]);
    for (const later of ['2026-12-01T02:00:00.000Z', '2026-12-09T02:00:00.000Z', '2027-06-01T02:00:00.000Z']) {
      await looksAt(later);
    }
    expect(await invitations()).toHaveLength(1);
  });

  it('is invited for each product they wish to give, on its own day', async () => {
    const { wishes, invitations } = await donor();
    await wishes('platelets');
    service.clock.set('2026-11-24T02:00:00.000Z');
    const platelets = person();
    await platelets.grants();
    await platelets.wishes('platelets');
    service.clock.set('2026-11-25T02:00:00.000Z');
    await platelets.gave('platelets', '2026-11-24');
    await looksAt('2026-12-08T01:00:00.000Z');
    expect(await platelets.invitations()).toMatchObject([{ product: 'platelets', eligibleFrom: '2026-12-08' }]);
    // Platelets were possible from September on, before the intent.
    expect(await invitations()).toMatchObject([{ product: 'whole-blood' }]);
  });

  it('is invited again after the next donation', async () => {
    const { gave, invitations } = await donor();
    await looksAt(dueMorning);
    service.clock.set('2026-12-24T02:00:00.000Z');
    await gave('whole-blood', '2026-12-24');
    await looksAt('2027-06-23T02:00:00.000Z');
    expect(await invitations()).toHaveLength(1);
    await looksAt('2027-06-24T01:00:00.000Z');
    expect(await invitations()).toMatchObject([{ eligibleFrom: '2026-12-01' }, { eligibleFrom: '2027-06-24' }]);
  });

  it('is invited by the records as they are on that day', async () => {
    const postponed = await donor();
    await postponed.gave('platelets', '2026-11-23');
    const ended = person();
    await ended.grants();
    await ended.wishes();
    await ended.takesBack(await ended.gave());
    await looksAt(dueMorning);
    expect(await postponed.invitations()).toEqual([]);
    expect(await ended.invitations()).toEqual([]);
    await looksAt('2026-12-21T01:00:00.000Z');
    expect(await postponed.invitations()).toMatchObject([{ eligibleFrom: '2026-12-21' }]);
    expect(await ended.invitations()).toEqual([]);
  });

  it('is invited as soon as a mistake that stood in the way is taken back, by whomever', async () => {
    const [corrected, correcting] = [await donor(), await donor()];
    const theirMistake = await correcting.gave('platelets', '2026-11-23');
    const mistake = await corrected.gave('platelets', '2026-11-23');
    await looksAt('2026-12-02T01:00:00.000Z');
    await correcting.takesBack(theirMistake);
    const token = await service.staffToken({ roles: ['coordinator'] });
    const path = `/api/v1/donations/people/${corrected.personId}/blood-records/${mistake}/removal`;
    expect((await service.request('POST', path, { token, body: { reason: '录入有误' } })).status).toBe(200);
    await looks();
    for (const { invitations } of [corrected, correcting]) {
      expect(await invitations()).toMatchObject([{ eligibleFrom: '2026-12-01' }]);
    }
  });

  it('is invited whoever entered the record', async () => {
    const somebody = person();
    await somebody.grants();
    await somebody.wishes();
    const token = await service.staffToken({ roles: ['coordinator'] });
    const body = { product: 'whole-blood', donatedOn: '2026-06-01', reason: '血站献血名单' };
    const path = `/api/v1/donations/people/${somebody.personId}/blood-records`;
    expect((await service.request('POST', path, { token, body })).status).toBe(201);
    await looksAt(dueMorning);
    expect(await somebody.invitations()).toHaveLength(1);
  });

  it('is not invited too old for it, or too young', async () => {
    const somebody = await donor();
    await somebody.born('1960-01-01');
    await looksAt(dueMorning);
    expect(await somebody.invitations()).toEqual([]);
    await somebody.born('1990-01-01');
    await looksAt('2026-12-08T02:00:00.000Z');
    expect(await somebody.invitations()).toHaveLength(1);
  });
});

describe('a donor is not invited', () => {
  it('without an active intent', async () => {
    const withdrawn = await donor();
    await withdrawn.withdrawsIntent(withdrawn.intentId);
    const none = person();
    await none.grants();
    await none.gave();
    await looksAt(dueMorning);
    expect(await withdrawn.invitations()).toEqual([]);
    expect(await none.invitations()).toEqual([]);
  });

  it('for a day before their intent, and is for the next one', async () => {
    const somebody = person();
    await somebody.grants();
    await somebody.gave('whole-blood', '2026-05-01');
    await somebody.wishes();
    await looksAt('2026-11-24T02:00:00.000Z');
    await looksAt('2026-12-01T02:00:00.000Z');
    expect(await somebody.invitations()).toEqual([]);
    await somebody.gave('whole-blood', '2026-12-01');
    await looksAt('2027-06-01T01:00:00.000Z');
    expect(await somebody.invitations()).toHaveLength(1);
  });

  it('before the day has come, though their intent is younger than their records', async () => {
    const somebody = person();
    await somebody.grants();
    await somebody.gave();
    await looks();
    const { personId } = somebody;
    const intentId = await somebody.wishes();
    const fields = { intentId, personId, product: 'whole-blood', area: '331102', registeredAt: startAt } as const;
    const envelope = { aggregateId: intentId, version: 1, eventId: newId() };
    await service.receive(BloodIntentRegistered, fields, envelope);
    await service.receive(BloodIntentRegistered, fields, envelope);
    await looksAt('2026-11-30T02:00:00.000Z');
    expect(await somebody.invitations()).toEqual([]);
    await looksAt(dueMorning);
    expect(await somebody.invitations()).toHaveLength(1);
  });

  it('without the consent to contact, and is the morning after it came', async () => {
    const somebody = await donor();
    await somebody.withdrawsConsent();
    await looksAt(dueMorning);
    await looksAt('2026-12-03T03:00:00.000Z');
    expect(await somebody.invitations()).toEqual([]);
    await somebody.grants();
    await looksAt('2026-12-04T01:00:00.000Z');
    expect(await somebody.invitations()).toMatchObject([{ eligibleFrom: '2026-12-01' }]);
  });
});

describe('the timer', () => {
  it('outlives a restart', async () => {
    const { invitations } = await donor();
    await restart('2026-12-01T00:59:00.000Z');
    await looks();
    expect(await invitations()).toEqual([]);
    // The first pass of a new process needs nobody to wake it.
    await restart(dueMorning);
    await eventually(async () => expect(await invitations()).toHaveLength(1));
    await restart('2026-12-20T02:00:00.000Z');
    await looks();
    expect(await invitations()).toHaveLength(1);
  });

  it('sees what passed while nothing ran, unless it is no news any more', async () => {
    const { invitations } = await donor();
    await restart('2026-12-29T02:00:00.000Z');
    await eventually(async () => expect(await invitations()).toHaveLength(1));
    const late = person();
    await late.grants();
    await late.wishes();
    await late.gave('whole-blood', '2026-07-15');
    await looks();
    await restart('2027-03-01T02:00:00.000Z');
    await looks();
    expect(await late.invitations()).toEqual([]);
  });

  it('neither loses nor doubles an invitation when the process is killed before or after it', async () => {
    const { invitations } = await donor();
    const before = imageOf(folder.path);
    await looksAt(dueMorning);
    const after = imageOf(folder.path);
    await restart('2026-12-01T01:00:01.000Z', before.path);
    await eventually(async () => expect(await invitations()).toHaveLength(1));
    await restart('2026-12-01T01:00:01.000Z', after.path);
    await looks();
    expect(await invitations()).toHaveLength(1);
    await restart(startAt);
    for (const image of [before, after]) image.remove();
  });

  it('invites everybody once, however many look at the same moment', async () => {
    const donors = await manyDonors();
    service.clock.set(dueMorning);
    const others = Array.from({ length: 3 }, anotherWorker);
    for (const worker of others) worker.onApplicationBootstrap();
    await looks();
    for (const worker of others) await worker.beforeApplicationShutdown();
    const invited = (await service.emitted(DonorEligibleAgain)).map(({ personId }) => personId);
    expect(invited.toSorted()).toEqual(donors.map(({ personId }) => personId).toSorted());
  });

  it('is held up by nobody it cannot look at', async () => {
    const donors = await manyDonors();
    const last = donors.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).at(-1);
    await Promise.all(donors.map(({ born }) => born('1990-01-01')));
    await service.runtime.unitOfWork.run(async ({ manager }) => {
      await manager.query(`UPDATE person_facts SET sealed_facts = 'broken' WHERE person_id <> ?`, [last?.personId]);
    });
    service.clock.set(dueMorning);
    await person().gave('plasma');
    await eventually(async () => expect(await last?.invitations()).toHaveLength(1));
    expect(await service.emitted(DonorEligibleAgain)).toHaveLength(1);
  });
});

/** The files as a power cut leaves them: nothing was closed. */
function imageOf(path: string): ReturnType<typeof temporaryFolder> {
  const image = temporaryFolder();
  cpSync(path, image.path, { recursive: true });
  return image;
}

/** What another process would bring with it, on the same rows. */
function anotherWorker(): InviteWhenEligibleAgain {
  const { unitOfWork, reads, keys } = service.runtime;
  const { clock } = service;
  const knownDonors = new KnownDonors(new PersonFactsQueries(new PersonKeys(keys, clock)));
  return new InviteWhenEligibleAgain(
    reads,
    new LookAtDonor(unitOfWork, new ConsentQueries(), knownDonors, clock),
    clock,
  );
}
