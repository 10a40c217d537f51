import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { notificationsService } from '@sanxian/notifications/module';
import { newId } from '@sanxian/shared/config';
import {
  ConsentGranted,
  ConsentWithdrawn,
  DonationsConsentApplied,
  NotificationsConsentApplied,
  type Purpose,
  purposes,
  VolunteersConsentApplied,
} from '@sanxian/shared/contracts';
import { startTestService, type TestService } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';

const cases = [
  { definition: donationsService, contract: DonationsConsentApplied },
  { definition: volunteersService, contract: VolunteersConsentApplied },
  { definition: notificationsService, contract: NotificationsConsentApplied },
].map((each) => ({ ...each, name: each.definition.name }));

describe.each(cases)('$name', ({ definition, contract }) => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(definition);
  });

  afterAll(async () => {
    expect(service.consumerErrors).toEqual([]);
    await service.close();
  });

  const now = () => service.clock.now().toISOString();
  const grants = (personId: string, purpose: Purpose, version: number, eventId?: string) => {
    const fields = { personId, purpose, textVersion: '2026-11', grantedAt: now() };
    return service.receive(ConsentGranted, fields, { aggregateId: personId, version, eventId });
  };
  const withdraws = (personId: string, purpose: Purpose, version: number, eventId?: string) => {
    const fields = { personId, purpose, withdrawnAt: now() };
    return service.receive(ConsentWithdrawn, fields, { aggregateId: personId, version, eventId });
  };
  const applied = async (personId: string) =>
    (await service.emitted<object>(contract)).filter((event) => 'personId' in event && event.personId === personId);

  it.each(purposes)('says that it acts by a change of %s, once', async (purpose) => {
    const [personId, granted, withdrawn] = [newId(), newId(), newId()];
    for (let time = 0; time < 2; time += 1) await grants(personId, purpose, 2, granted);
    const grantedAt = now();
    service.clock.advance({ seconds: 2 });
    for (let time = 0; time < 2; time += 1) await withdraws(personId, purpose, 3, withdrawn);
    expect(await applied(personId)).toEqual([
      { personId, purpose, state: 'granted', identityVersion: 2, appliedAt: grantedAt },
      { personId, purpose, state: 'withdrawn', identityVersion: 3, appliedAt: now() },
    ]);
  });

  it('says nothing of a change that comes after a newer one', async () => {
    const personId = newId();
    await withdraws(personId, 'blood-contact', 3);
    await grants(personId, 'blood-contact', 2);
    await grants(personId, 'volunteer-service', 4);
    expect(await applied(personId)).toMatchObject([
      { purpose: 'blood-contact', state: 'withdrawn', identityVersion: 3 },
      { purpose: 'volunteer-service', state: 'granted', identityVersion: 4 },
    ]);
  });
});
