import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskName, maskPhone, maskText, maskValue } from './mask.js';

it.each([
  ['13812341234', '138****1234'],
  ['+8613812341234', '+86****1234'],
  ['', '****'],
  ['110', '****'],
  ['1381234', '****'],
])('masks the phone %j as %j', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

it.each([
  ['王小明', '王*'],
  ['王', '王*'],
  ['𠮷田', '𠮷*'],
  ['Anna Berg', 'A*'],
  ['', '*'],
])('masks the name %j as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it('never shows more than seven digits', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 });
  fc.assert(fc.property(digits, (phone) => maskPhone(phone).replaceAll('*', '').length <= 7));
});

it.each([
  ['Refusal: not-found', 'Refusal: not-found'],
  ["Error: Duplicate entry '13812341234' for key 'phone'", "Error: Duplicate entry '…' for key '…'"],
  ['Error: no such person 王小明 (138 1234 1234)', 'Error: no such person … (…)'],
  ['TypeError: 018f2d4e-7c1a-7000-8000-00000000dead is not a function', 'TypeError: … is not a function'],
  ['Error: cannot send to wang@example.org', 'Error: cannot send to …'],
  ['Error: attempt 3 of 10', 'Error: attempt 3 of 10'],
  ['Error: line one\nline two', 'Error: line one…line two'],
])('masks the error %j as %j', (text, masked) => {
  expect(maskText(text)).toBe(masked);
  expect(maskText(masked)).toBe(masked);
});

it('shows the shape of a message, and of what somebody may have typed only its length', () => {
  const message = {
    personId: '018f2d4e-7c1a-7000-8000-00000000dead',
    purpose: 'blood-contact',
    on: '2026-11-27',
    at: '2026-11-27T08:00:00.000Z',
    volumeMl: 400,
    urgent: false,
    none: null,
    name: '王小明',
    phone: '13812341234',
    mail: 'wang@example.org',
    note: ['called twice', { inner: 'Ärger' }],
  };
  expect(maskValue(message)).toEqual({
    ...message,
    name: '… (3)',
    phone: '… (11)',
    mail: '… (16)',
    note: ['… (12)', { inner: '… (5)' }],
  });
});

it('lets no run of digits through that could be a phone or an identity card', () => {
  const digits = fc.stringMatching(/^\d{7,18}$/);
  fc.assert(fc.property(digits, (number) => !String(maskValue(number)).includes(number)));
  fc.assert(fc.property(digits, (number) => !maskText(`Error: ${number} is unknown`).includes(number)));
});
