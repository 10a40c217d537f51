import { expect, it } from '@jest/globals';
import { isValidOn, usualExpiry } from './certificate-validity.policy.js';

it.each([
  ['2026-11-24', true],
  ['2026-11-25', true],
  ['2026-11-26', false],
])('counts on %s: %s, when the 25th is its last day', (day, expected) => {
  expect(isValidOn({ expiresOn: '2026-11-25' }, day)).toBe(expected);
});

it('counts for ever without a last day', () => {
  expect(isValidOn({ expiresOn: null }, '2999-12-31')).toBe(true);
});

it.each([
  ['first-aider', '2026-11-25', '2029-11-25'],
  ['first-aider', '2024-02-29', '2027-02-28'],
  ['first-aider', '2025-03-01', '2028-03-01'],
  ['first-aider', '2026-12-31', '2029-12-31'],
  ['organ-coordinator', '2026-11-25', null],
  ['nurse', '2026-11-25', null],
] as const)('%s of %s usually ends with %s', (skill, issuedOn, expected) => {
  expect(usualExpiry(skill, issuedOn)).toBe(expected);
});
