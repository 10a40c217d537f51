import { expect, it } from '@jest/globals';
import { eventually } from '@sanxian/shared/testing';
import { Instances } from './instances.js';

it('asks a name for all that stand behind it, again after a second, and keeps what it knew when nobody answers', async () => {
  let behind: string[] | undefined = ['10.0.0.1', '10.0.0.2'];
  let asked = 0;
  const instances = new Instances(['http://donations:3000'], () => {
    asked += 1;
    return behind
      ? Promise.resolve(behind.map((address) => ({ address })))
      : Promise.reject(new Error('no name server'));
  });
  const both = ['http://10.0.0.1:3000', 'http://10.0.0.2:3000'];
  expect(await Promise.all([instances.origins(), instances.origins()])).toEqual([both, both]);
  expect(asked).toBe(1);
  behind = ['10.0.0.2', '10.0.0.3', 'fd00::3'];
  const after = ['http://10.0.0.2:3000', 'http://10.0.0.3:3000', 'http://[fd00::3]:3000'];
  await eventually(async () => expect(await instances.origins()).toEqual(after));
  behind = undefined;
  await eventually(async () => {
    expect(await instances.origins()).toEqual(after);
    expect(asked).toBeGreaterThan(2);
  });
});

it('says so when a name was never known', async () => {
  const instances = new Instances(['http://donations:3000'], () => Promise.reject(new Error('no such name')));
  await expect(instances.origins()).rejects.toThrow('no such name');
});

it('leaves addresses as they are, and names that a certificate speaks of', async () => {
  const addresses = ['http://127.0.0.1:3001', 'http://[::1]:3001', 'https://donations.example:8443'];
  const instances = new Instances(addresses, () => Promise.reject(new Error('not asked')));
  expect(await instances.origins()).toEqual(addresses);
});
