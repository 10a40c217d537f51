import { describe, expect, it } from '@jest/globals';
import { PeopleSeal, type PersonDetails } from './people-seal.js';

const details: PersonDetails = {
  phone: '13812341234',
  displayName: '王小明',
  language: 'zh-CN',
  birthDate: '1990-02-28',
  sex: 'female',
  area: '331102',
};

describe('PeopleSeal', () => {
  const seal = new PeopleSeal(Buffer.alloc(32, 1));

  it('hides the details on the way and gives them back', () => {
    const sealed = seal.seal('person-1', details);
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('1381234');
    expect(new PeopleSeal(Buffer.alloc(32, 1)).open('person-1', sealed)).toEqual(details);
  });

  it('does not open for another person, nor with another key', () => {
    const sealed = seal.seal('person-1', details);
    expect(() => seal.open('person-2', sealed)).toThrow();
    expect(() => new PeopleSeal(Buffer.alloc(32, 2)).open('person-1', sealed)).toThrow();
  });
});
