import { describe, expect, it } from '@jest/globals';
import { addSpan } from '../../blood/pre-screen/calendar-date.js';
import { firstObstacle, type OrganDecisionAttempt } from './may-record.policy.js';

const adult = { consents: true, birthDate: '1960-03-07', today: '2026-11-23' };

describe.each(['opt-in', 'refuse'] as const)('to %s', (decision) => {
  const attempt: OrganDecisionAttempt = { ...adult, decision };

  it('is open to every adult who agreed, at any age', () => {
    expect(firstObstacle(attempt)).toBeNull();
    expect(firstObstacle({ ...attempt, birthDate: '1920-01-01' })).toBeNull();
  });

  it.each<[string, Partial<OrganDecisionAttempt>]>([
    ['consent-missing', { consents: false }],
    ['consent-missing', { consents: false, birthDate: null }],
    ['birth-date-missing', { birthDate: null }],
    ['under-age', { birthDate: '2010-01-01' }],
  ])('meets %s', (code, change) => expect(firstObstacle({ ...attempt, ...change })).toBe(code));

  it.each([
    ['2008-11-23', '2026-11-23'],
    ['2008-02-29', '2026-02-28'],
    ['2006-03-01', '2024-03-01'],
  ])('opens on the 18th birthday of who is born %s: %s', (birthDate, eighteenth) => {
    const on = (days: number) => firstObstacle({ ...attempt, birthDate, today: addSpan(eighteenth, { days }) });
    expect([on(-1), on(0), on(1)]).toEqual(['under-age', null, null]);
  });
});

describe('to take it back', () => {
  it.each<Partial<OrganDecisionAttempt>>([{}, { consents: false }, { birthDate: null }, { birthDate: '2010-01-01' }])(
    'has no conditions: %j',
    (change) => expect(firstObstacle({ ...adult, decision: 'none', ...change })).toBeNull(),
  );
});
