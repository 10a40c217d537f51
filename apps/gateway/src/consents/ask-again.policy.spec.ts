import { describe, expect, it } from '@jest/globals';
import { askAgainAfter, mayAsk } from './ask-again.policy.js';

const said = (state: 'granted' | 'withdrawn', at = '2026-11-25T03:04:05.678Z', textVersion = '2026-11') => ({
  state,
  textVersion,
  at: new Date(at),
});

describe('askAgainAfter', () => {
  it.each([
    ['never asked', undefined, undefined],
    ['granted', said('granted'), undefined],
    ['withdrawn, or refused at once', said('withdrawn'), '2027-05-24T03:04:05.678Z'],
    ['over 29 February', said('withdrawn', '2027-12-01T00:00:00.000Z'), '2028-05-29T00:00:00.000Z'],
  ])('%s', (_name, last, expected) => {
    expect(askAgainAfter(last)?.toISOString()).toBe(expected);
  });
});

describe('mayAsk', () => {
  it.each([
    ['never asked', undefined, '2026-11-25T00:00:00.000Z', true],
    ['granted on this wording', said('granted'), '2036-11-25T00:00:00.000Z', false],
    ['granted on an older wording', said('granted', undefined, '2020-01'), '2026-11-26T00:00:00.000Z', true],
    ['the moment it was withdrawn', said('withdrawn'), '2026-11-25T03:04:05.678Z', false],
    ['the day before', said('withdrawn'), '2027-05-23T03:04:05.678Z', false],
    ['a millisecond before', said('withdrawn'), '2027-05-24T03:04:05.677Z', false],
    ['on the day', said('withdrawn'), '2027-05-24T03:04:05.678Z', true],
    ['the day after', said('withdrawn'), '2027-05-25T03:04:05.678Z', true],
    ['withdrawn, and the wording is another by now', said('withdrawn', undefined, '2020-01'), '2027-01-01', false],
  ])('%s', (_name, last, now, expected) => {
    expect(mayAsk(last, '2026-11', new Date(now))).toBe(expected);
  });
});
