import { describe, expect, it } from '@jest/globals';
import { type DonorFacts, whenToInvite, type Wish } from './when-to-invite.policy.js';

const wish: Wish = {
  intentId: 'an-intent',
  product: 'whole-blood',
  registeredOn: '2026-06-01',
  eligibleFrom: '2026-12-01',
};
const nobody = { 'whole-blood': null, platelets: null };
const invitation = { product: 'whole-blood', intentId: 'an-intent', eligibleFrom: '2026-12-01' };

/** @param at a time in Shanghai */
function decide(at: string, facts: Partial<DonorFacts> = {}) {
  const now = new Date(`${at}+08:00`);
  const { invitations, nextLookAt } = whenToInvite({
    now,
    mayContact: true,
    wishes: [wish],
    invitedFor: nobody,
    ...facts,
  });
  return [invitations, nextLookAt && new Date(nextLookAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 23)];
}

describe('when to invite a donor', () => {
  it.each<[string, string, Partial<DonorFacts>, object[], string]>([
    ['a week before', '2026-11-20T12:00', {}, [], '2026-11-27T12:00'],
    ['the evening before', '2026-11-30T23:59', {}, [], '2026-12-01T09:00'],
    ['in the night of the day', '2026-12-01T00:00', {}, [], '2026-12-01T09:00'],
    ['a moment too early', '2026-12-01T08:59:59.999', {}, [], '2026-12-01T09:00'],
    ['in the morning of the day', '2026-12-01T09:00', {}, [invitation], '2026-12-08T09:00'],
    ['before the evening', '2026-12-01T19:59:59.999', {}, [invitation], '2026-12-08T19:59'],
    ['in the evening', '2026-12-01T20:00', {}, [], '2026-12-02T09:00'],
    ['after a time without power', '2026-12-31T12:00', {}, [invitation], '2027-01-07T12:00'],
    ['when it is no news any more', '2027-01-01T12:00', {}, [], '2027-01-08T12:00'],
    ['without consent, before the day', '2026-11-30T12:00', { mayContact: false }, [], '2026-12-01T09:00'],
    ['without consent, on the day', '2026-12-01T09:00', { mayContact: false }, [], '2026-12-02T09:00'],
    ['without consent, for long', '2027-01-01T09:00', { mayContact: false }, [], '2027-01-08T09:00'],
  ])('%s', (_, at, facts, invitations, nextLookAt) => {
    const [invited, look] = decide(at, facts);
    expect([invited, look]).toEqual([invitations, expect.stringMatching(`^${nextLookAt}`)]);
  });

  it('is never without an active intent, and nothing is waited for', () => {
    expect(decide('2026-12-01T09:00', { wishes: [] })).toEqual([[], null]);
  });

  it.each<[string, Partial<Wish>[], string[]]>([
    ['of a day that nobody knows', [{ eligibleFrom: null }], []],
    ['registered on the day itself', [{ registeredOn: '2026-12-01' }], []],
    ['registered after the day', [{ registeredOn: '2026-12-02' }], []],
    ['registered the day before', [{ registeredOn: '2026-11-30' }], ['an-intent']],
    ['the newest that is old enough', [{ intentId: 'new', registeredOn: '2026-12-01' }, { intentId: 'old' }], ['old']],
    ['one of several', [{ intentId: 'newer' }, { intentId: 'older' }], ['newer']],
    ['one per product', [{ intentId: 'a' }, { intentId: 'b', product: 'platelets' }], ['a', 'b']],
  ])('for an intent %s', (_, wishes, invited) => {
    const facts = { wishes: wishes.map((change) => ({ ...wish, ...change })) };
    const { invitations } = whenToInvite({
      now: new Date('2026-12-02T04:00:00Z'),
      mayContact: true,
      invitedFor: nobody,
      ...facts,
    });
    expect(invitations.map(({ intentId }) => intentId)).toEqual(invited);
  });

  it.each([
    [null, 1],
    ['2026-06-01', 1],
    ['2026-11-30', 1],
    ['2026-12-01', 0],
    // A record was taken back, and the day is an earlier one now: they know already.
    ['2027-03-01', 0],
  ])('invited before for %s', (invitedFor, count) => {
    const [invited] = decide('2026-12-01T12:00', { invitedFor: { ...nobody, 'whole-blood': invitedFor } });
    expect(invited).toHaveLength(count);
    expect(decide('2026-12-01T12:00', { invitedFor: { ...nobody, platelets: '2027-03-01' } })[0]).toHaveLength(1);
  });
});
