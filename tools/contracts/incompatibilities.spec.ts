import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { eventCatalogue } from '@sanxian/shared/contracts';
import { incompatibilities } from './incompatibilities.js';
import { contractsOf, withAdditions, type PublishedContract, type PublishedContracts } from './published-contracts.js';

const type = 'donations.blood-intent-registered.v1';
const published = contractsOf(eventCatalogue);
const intent = published[type]!;
const field = (name: string) => intent.fields[name]!;

/** The catalogue after somebody changed one contract. */
const after = (change: Partial<PublishedContract>): PublishedContracts => ({
  ...published,
  [type]: { ...intent, ...change },
});
const afterField = (name: string, change: object) =>
  after({ fields: { ...intent.fields, [name]: { ...field(name), ...change } } });
const without = (name: string) => {
  const { [name]: _, ...fields } = intent.fields;
  return after({ fields });
};
const optional = { type: 'string', required: false } as const;

describe('a change of a published contract', () => {
  it.each<[string, PublishedContracts, string]>([
    ['a field removed', without('area'), 'area: is gone'],
    ['a type changed', afterField('area', { type: 'integer' }), 'area: was string and is integer'],
    ['a format changed', afterField('intentId', { format: undefined }), 'intentId: was string (uuid) and is string'],
    [
      'a required field added',
      after({ fields: { ...intent.fields, volumeMl: { type: 'integer', required: true } } }),
      'volumeMl: is new and required, which no older message carries',
    ],
    [
      'a field made optional',
      afterField('area', { required: false }),
      'area: may be missing now, and older readers require it',
    ],
    ['an enum value removed', afterField('product', { enum: ['whole-blood'] }), 'product: no longer takes platelets'],
    ['an enum begun', afterField('area', { enum: ['331102'] }), 'area: no longer takes any other value'],
    ['a length narrowed', afterField('area', { maxLength: 6 }), 'area: maxLength fell from 9 to 6'],
    ['a limit begun', afterField('product', { minLength: 3 }), 'product: minLength rose from none to 3'],
    ['a pattern begun', afterField('area', { pattern: '^\\d+$' }), 'area: has another pattern'],
    ['another topic', after({ topic: 'sanxian.people' }), 'moved from sanxian.donations to sanxian.people'],
    ['another key', after({ aggregate: 'account' }), 'is keyed by account instead of blood-intent'],
  ])('is named: %s', (_, current, problem) => {
    expect(incompatibilities(published, current)).toEqual([`${type} ${problem}`]);
  });

  it('is named: a type removed', () => {
    const { [type]: _, ...rest } = published;
    expect(incompatibilities(published, rest)).toEqual([`${type} is gone`]);
  });

  it('is named: an optional field made required', () => {
    const before = after({ fields: { ...intent.fields, note: optional } });
    const now = after({ fields: { ...intent.fields, note: { ...optional, required: true } } });
    expect(incompatibilities(before, now)).toEqual([`${type} note: is required now, and older messages may lack it`]);
  });

  it.each<[string, PublishedContracts]>([
    ['nothing at all', published],
    ['an optional field', after({ fields: { ...intent.fields, note: optional } })],
    ['a further enum value', afterField('product', { enum: ['whole-blood', 'platelets', 'plasma'] })],
    ['an enum ended', afterField('product', { enum: undefined })],
    ['a longer text', afterField('area', { maxLength: 12 })],
    ['another type', { ...published, 'donations.blood-intent-registered.v2': intent }],
  ])('is welcome: %s', (_, current) => {
    expect(incompatibilities(published, current)).toEqual([]);
  });
});

describe('the lock', () => {
  it('only ever grows', () => {
    const { [type]: _, ...rest } = published;
    expect(withAdditions(published, rest)).toEqual(published);
    const example = { ...intent.examples[0], area: '331127' };
    const grown = withAdditions(published, after({ examples: [example] }))[type];
    expect(grown?.examples).toEqual([...intent.examples, example]);
    expect(withAdditions(published, published)).toEqual(published);
  });

  it('names by type: two services may call their events alike', () => {
    expect(Object.keys(published)).toHaveLength(eventCatalogue.length);
  });

  it('holds what is published, and today’s classes keep to it', () => {
    const file = new URL('../../libs/shared/src/contracts/published-contracts.json', import.meta.url);
    const locked = JSON.parse(readFileSync(file, 'utf8')) as PublishedContracts;
    expect(Object.keys(locked)).toEqual(expect.arrayContaining(Object.keys(published)));
    expect(incompatibilities(locked, published)).toEqual([]);
  });
});
