import { newId } from '@sanxian/shared/config';
import { ConsentGranted, ConsentWithdrawn } from '@sanxian/shared/contracts';
import { eventually, type TestResponse, type TestService } from '@sanxian/shared/testing';
import type { VolunteerEventPage } from '../src/events/list-events/list-events.dto.js';
import type { VolunteerEventResponse } from '../src/events/volunteer-event.dto.js';
import type { MatchingRunResponse } from '../src/matching-runs/matching-run.dto.js';
import type { VolunteerProfileResponse } from '../src/profiles/volunteer-profile.dto.js';
import type { MyShiftPage } from '../src/shifts/list-my-shifts/list-my-shifts.dto.js';
import type { ShiftResponse } from '../src/shifts/shift.dto.js';
import type { Roster } from '../src/shifts/show-roster/show-roster.dto.js';
import type { GrantedSkillResponse } from '../src/skills/granted-skill.dto.js';
import type { SignUpResponse } from '../src/shifts/sign-up.dto.js';

export interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

type Headers = Record<string, string>;

export const base = '/api/v1/volunteers';

export const saturday = {
  title: '普及急救知识惠基层',
  kind: 'theme-day',
  place: { name: '老竹畲族镇新屋村', area: '331102103', lat: 28.4176, lng: 119.7289 },
  startsAt: '2026-12-05T01:00:00.000Z',
  endsAt: '2026-12-05T09:00:00.000Z',
  risk: 'low',
};

export const morning = {
  role: '资料发放',
  startsAt: '2026-12-05T01:00:00.000Z',
  endsAt: '2026-12-05T04:00:00.000Z',
  min: 1,
  max: 2,
  requiredSkills: [] as string[],
};

export const afternoon = { ...morning, startsAt: '2026-12-05T04:00:00.000Z', endsAt: '2026-12-05T08:00:00.000Z' };

export const profile = { skills: ['first-aider'], languages: ['zh'], area: '331102' };

/** Somebody with a token. It lives ten minutes, and some tests let days pass: each request takes a new one. */
abstract class Person {
  constructor(protected readonly service: TestService) {}

  protected abstract token(): Promise<string>;

  async ask<Body = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<TestResponse<Body & Problem>> {
    const token = await this.token();
    return this.service.request<Body & Problem>(method, `${base}/${path}`, { token, body, headers });
  }

  showEvent = (id: string) => this.ask<VolunteerEventResponse>('GET', `events/${id}`);
  listEvents = (query = '') => this.ask<VolunteerEventPage>('GET', `events?${query}`);
  showShift = (id: string) => this.ask<ShiftResponse>('GET', `shifts/${id}`);
  showSignUp = (id: string) => this.ask<SignUpResponse>('GET', `sign-ups/${id}`);
  endSignUp = (id: string, headers: Headers = {}) => this.ask('DELETE', `sign-ups/${id}`, undefined, headers);
}

export class Citizen extends Person {
  readonly id = newId();

  token(): Promise<string> {
    return this.service.citizenToken(this.id);
  }

  async consents(): Promise<void> {
    const grantedAt = this.service.clock.now().toISOString();
    const fields = { personId: this.id, purpose: 'volunteer-service' as const, textVersion: '2026-1', grantedAt };
    await this.service.receive(ConsentGranted, fields, { aggregateId: this.id });
  }

  async withdrawsConsent(): Promise<void> {
    const withdrawnAt = this.service.clock.now().toISOString();
    const fields = { personId: this.id, purpose: 'volunteer-service' as const, withdrawnAt };
    await this.service.receive(ConsentWithdrawn, fields, { aggregateId: this.id });
  }

  createProfile = (body: unknown = profile) => this.ask<VolunteerProfileResponse>('POST', 'profiles', body);
  showProfile = () => this.ask<VolunteerProfileResponse>('GET', 'profiles/mine');
  changeProfile = (body: unknown, headers: Headers = {}) =>
    this.ask<VolunteerProfileResponse>('PATCH', 'profiles/mine', body, headers);
  signUp = (shiftId: string, headers: Headers = {}) =>
    this.ask<SignUpResponse>('POST', `shifts/${shiftId}/sign-ups`, {}, headers);
  myShifts = (query = '') => this.ask<MyShiftPage>('GET', `my/shifts?${query}`);
}

export class Coordinator extends Person {
  readonly branchId: string;

  readonly accountId = newId();

  constructor(
    service: TestService,
    readonly branchIds: string[] = [newId()],
  ) {
    super(service);
    this.branchId = branchIds[0] ?? newId();
  }

  token(): Promise<string> {
    const { accountId, branchIds } = this;
    return this.service.staffToken({ roles: ['coordinator'], branchIds, accountId });
  }

  plan = (change: object = {}) =>
    this.ask<VolunteerEventResponse>('POST', 'events', { ...saturday, branchId: this.branchId, ...change });
  change = (eventId: string, body: object, headers: Headers = {}) =>
    this.ask<VolunteerEventResponse>('PATCH', `events/${eventId}`, body, headers);
  addShift = (eventId: string, body: object = morning) =>
    this.ask<ShiftResponse>('POST', `events/${eventId}/shifts`, body);
  publish = (eventId: string) => this.ask<VolunteerEventResponse>('POST', `events/${eventId}/publication`, {});
  cancel = (eventId: string, body: object = { reason: '暴雨' }) =>
    this.ask<VolunteerEventResponse>('POST', `events/${eventId}/cancellation`, body);
  assign = (shiftId: string, personId: string) =>
    this.ask<SignUpResponse>('POST', `shifts/${shiftId}/assignments`, { personId });
  grant = (profileId: string, body: object) =>
    this.ask<GrantedSkillResponse>('POST', `profiles/${profileId}/skills`, body);
  requestMatching = (body: object) => this.ask<MatchingRunResponse>('POST', 'matching-runs', body);
  showMatching = (id: string) => this.ask<MatchingRunResponse>('GET', `matching-runs/${id}`);
  stopMatching = (id: string) => this.ask<MatchingRunResponse>('POST', `matching-runs/${id}/cancellation`, {});
  confirmMatching = (id: string, headers: Headers = {}) =>
    this.ask<MatchingRunResponse>('POST', `matching-runs/${id}/confirmation`, {}, headers);

  /** Asks for a run and waits until it has ended. */
  async matches(body: object): Promise<MatchingRunResponse> {
    return this.ended((await this.requestMatching(body)).body.id);
  }

  ended(runId: string): Promise<MatchingRunResponse> {
    return eventually(
      async () => {
        const run = (await this.showMatching(runId)).body;
        if (run.endedAt === null) throw new Error(`still ${run.status}`);
        return run;
      },
      { withinMilliseconds: 40_000 },
    );
  }

  roster = (shiftId: string, query = '') => this.ask<Roster>('GET', `shifts/${shiftId}/sign-ups?${query}`);

  /** A published event with these shifts. */
  async publishes(...shifts: object[]): Promise<{ eventId: string; shiftIds: string[] }> {
    const { id: eventId } = (await this.plan()).body;
    const shiftIds: string[] = [];
    for (const shift of shifts) shiftIds.push((await this.addShift(eventId, { ...morning, ...shift })).body.id);
    await this.publish(eventId);
    return { eventId, shiftIds };
  }
}

/** People with consent and profile. */
export async function volunteers(service: TestService, count: number, change: object = {}): Promise<Citizen[]> {
  const people = Array.from({ length: count }, () => new Citizen(service));
  // Each waits until nothing is on its way: few at a time are faster than all at once.
  for (let from = 0; from < count; from += 10) {
    await Promise.all(people.slice(from, from + 10).map((person) => person.consents()));
  }
  await Promise.all(people.map((person) => person.createProfile({ ...profile, ...change })));
  return people;
}
