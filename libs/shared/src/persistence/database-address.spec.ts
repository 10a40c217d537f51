import { expect, it } from '@jest/globals';
import { databaseAddress } from './database-address.js';

it('reads the file of a sqlite url', () => {
  expect(databaseAddress('sqlite:/data/gateway.sqlite')).toEqual({ kind: 'sqlite', file: '/data/gateway.sqlite' });
});

it('reads a mysql url, its password to the letter', () => {
  expect(databaseAddress('mysql://sanxian:p%40ss%2Fword@db.example:3307/sanxian_gateway?connectionLimit=20')).toEqual({
    kind: 'mysql',
    host: 'db.example',
    port: 3307,
    user: 'sanxian',
    password: 'p@ss/word',
    database: 'sanxian_gateway',
    connectionLimit: 20,
    acquireMilliseconds: 2000,
  });
  expect(databaseAddress('mysql://u:p@[::1]/d')).toMatchObject({ host: '::1', port: 3306, connectionLimit: 10 });
});

it.each([
  ['postgres://u:hidden@h/d', '`sqlite:` or `mysql://`'],
  ['/data/gateway.sqlite', '`sqlite:` or `mysql://`'],
  ['sqlite:', 'names a file'],
  ['mysql://hidden@/d', 'url'],
  ['mysql://u:hidden@h:port/d', 'cannot be read'],
  ['mysql://h/d', 'names no user'],
  ['mysql://u:hidden@h', 'names no database'],
  ['mysql://u:hidden@h/a;b', 'names no database'],
  ['mysql://u:hidden@h/d?connectionLimit=1', 'needs a connectionLimit from 2 to 1000'],
  ['mysql://u:hidden@h/d?connectionLimit=many', 'needs a connectionLimit'],
  ['mysql://u:hidden@h/d?ssl=true', 'unknown parameter ssl'],
])('refuses %s and does not repeat it', (url, reason) => {
  expect(() => databaseAddress(url)).toThrow(reason);
  expect(() => databaseAddress(url)).not.toThrow('hidden');
});
