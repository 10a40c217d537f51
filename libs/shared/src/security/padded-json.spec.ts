import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paddedJson } from './padded-json.js';

describe('padded JSON', () => {
  it('is the same value, in whole blocks of bytes, and not one block more than it takes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 64 }), (value, block) => {
        const padded = paddedJson(value, block);
        expect(JSON.stringify(JSON.parse(padded))).toBe(JSON.stringify(value));
        expect(Buffer.byteLength(padded) % block).toBe(0);
        expect(Buffer.byteLength(padded) - Buffer.byteLength(JSON.stringify(value))).toBeLessThan(block);
      }),
    );
  });

  it('makes different things equally long', () => {
    const lengths = [{ decision: 'none' }, { decision: 'refuse' }, { decision: '愿意', items: ['心脏'] }].map((value) =>
      Buffer.byteLength(paddedJson(value, 256)),
    );
    expect(lengths).toEqual([256, 256, 256]);
  });
});
