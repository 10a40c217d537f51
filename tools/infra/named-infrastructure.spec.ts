import { expect, it } from '@jest/globals';
import { infrastructureNames, namedInfrastructure } from './named-infrastructure.js';

const all = Object.fromEntries(infrastructureNames.map((name) => [name, `of ${name}`]));

it('takes what the environment names, all of it or nothing', () => {
  expect(namedInfrastructure({ ...all, HOME: '/root' })).toEqual(all);
  const withTests = { ...all, TEST_MYSQL_URL: 'mysql://root@127.0.0.1' };
  expect(namedInfrastructure(withTests)).toEqual(withTests);
  expect(namedInfrastructure({ KAFKA_BROKERS: '', TEST_MYSQL_URL: 'mysql://root@127.0.0.1' })).toBeUndefined();
});

it('mixes nothing: what is named in part is refused, by name and without values', () => {
  const { GATEWAY_DB_URL: _, ...some } = all;
  expect(() => namedInfrastructure(some)).toThrow(/but not GATEWAY_DB_URL$/);
  expect(() => namedInfrastructure(some)).not.toThrow(/of KAFKA_BROKERS/);
});
