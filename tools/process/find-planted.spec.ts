import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPlanted } from './find-planted.js';

const planted = '欧阳蓝天';
const around = (bytes: Buffer) =>
  new Map([['a file', Buffer.concat([Buffer.from('before'), bytes, Buffer.from('!')])]]);

describe('the search for planted data', () => {
  it.each<[string, Buffer]>([
    ['utf-8', Buffer.from(planted)],
    ['utf-16', Buffer.from(planted, 'utf16le')],
    ['JSON escapes', Buffer.from('\\u6b27\\u9633\\u84dd\\u5929')],
    ['percent encoding', Buffer.from('%E6%AC%A7%E9%98%B3%E8%93%9D%E5%A4%A9')],
    ['hexadecimal', Buffer.from('e6aca7e998b3e8939de5a4a9')],
  ])('sees it as %s', (as, bytes) => {
    expect(findPlanted([planted], around(bytes))).toEqual([{ planted, where: 'a file', as }]);
  });

  it('sees it inside any longer text that is base64', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const bytes = Buffer.from(Buffer.from(before + planted + after).toString('base64'));
        expect(findPlanted([planted], around(bytes)).map(({ where }) => where)).toContain('a file');
      }),
    );
  });

  it('sees nothing where nothing is', () => {
    expect(findPlanted([planted], around(Buffer.from('欧阳 蓝天')))).toEqual([]);
  });
});
