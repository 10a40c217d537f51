import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskName, maskPhone } from './mask.js';

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
