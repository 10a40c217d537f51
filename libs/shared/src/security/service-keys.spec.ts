import { describe, expect, it } from '@jest/globals';
import { BlindIndex } from './blind-index.js';
import { ServiceKeys } from './service-keys.js';

const masterKey = Buffer.alloc(32, 1);
const keys = new ServiceKeys(masterKey, 'gateway');
const otherKeys = [new ServiceKeys(masterKey, 'donations'), new ServiceKeys(Buffer.alloc(32, 2), 'gateway')];

describe('ServiceKeys', () => {
  it('derives the same 32 bytes for one purpose, today and after an update', () => {
    // Written down once: another derivation would lock everybody out of their data.
    expect(keys.derive('person-keys').toString('hex')).toBe(
      'b99851f16a817a34a51d966e624d10144e89181f46c85302a25782716b024f74',
    );
  });

  it('derives another key for another purpose, service or master key', () => {
    const derived = [keys.derive('b'), keys.derive('a'), ...otherKeys.map((other) => other.derive('a'))];
    expect(new Set(derived.map((key) => key.toString('hex'))).size).toBe(derived.length);
  });
});

describe('BlindIndex', () => {
  const index = new BlindIndex(keys);

  it('finds the same value of the same field again', () => {
    expect(index.of('phone', '13812341234')).toMatch(/^[0-9a-f]{64}$/);
    expect(index.of('phone', '13812341234')).toBe(new BlindIndex(keys).of('phone', '13812341234'));
  });

  it('tells values, fields and services apart, and takes no part of a value for a field', () => {
    const values = [
      index.of('phone', '13812341234'),
      index.of('phone', '13812341235'),
      index.of('mail', '13812341234'),
      index.of('phone1', '3812341234'),
      ...otherKeys.map((other) => new BlindIndex(other).of('phone', '13812341234')),
    ];
    expect(new Set(values).size).toBe(values.length);
  });
});
