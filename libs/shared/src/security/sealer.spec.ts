import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Sealer } from './sealer.js';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const bytesOf = (sealed: string) => Buffer.from(sealed.slice(3), 'base64url');
const sealedFrom = (bytes: Buffer) => `v1.${bytes.toString('base64url')}`;

describe('Sealer', () => {
  const sealer = new Sealer(randomBytes(32));

  it('gives back what it sealed', () => {
    fc.assert(
      fc.property(text, text, (context, plain) => {
        expect(sealer.open(context, sealer.seal(context, plain))).toBe(Buffer.from(plain).toString());
      }),
    );
  });

  it('opens in its own context only', () => {
    fc.assert(
      fc.property(text, text, text, (context, other, plain) => {
        fc.pre(Buffer.from(context).compare(Buffer.from(other)) !== 0);
        const sealed = sealer.seal(context, plain);
        expect(() => sealer.open(other, sealed)).toThrow();
      }),
    );
  });

  it('notices every changed bit', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, position, bit) => {
        const bytes = bytesOf(sealer.seal('phone', plain));
        const index = position % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        expect(() => sealer.open('phone', sealedFrom(bytes))).toThrow();
      }),
    );
  });

  it('notices every missing byte', () => {
    const bytes = bytesOf(sealer.seal('phone', '13812341234'));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => sealer.open('phone', sealedFrom(bytes.subarray(0, length)))).toThrow();
    }
  });

  it('opens nothing sealed under another key, of another format, or not sealed at all', () => {
    const foreign = new Sealer(randomBytes(32)).seal('phone', '13812341234');
    const future = sealer.seal('phone', '13812341234').replace('v1.', 'v2.');
    for (const sealed of [foreign, future, '', 'v1.', '13812341234']) {
      expect(() => sealer.open('phone', sealed)).toThrow();
    }
  });

  it('does not show that two texts are equal', () => {
    const sealed = Array.from({ length: 100 }, () => sealer.seal('phone', '13812341234'));
    expect(new Set(sealed).size).toBe(100);
  });
});
