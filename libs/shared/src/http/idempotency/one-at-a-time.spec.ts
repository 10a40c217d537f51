import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.js';

const tooLong = () => new Error('too long');

describe('OneAtATime', () => {
  it('runs work of one name in turn, also after a failure', async () => {
    const oneAtATime = new OneAtATime();
    let running = 0;
    let most = 0;
    const work = async (fail: boolean) => {
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      running -= 1;
      if (fail) throw new Error('failed');
    };
    const all = Array.from({ length: 10 }, (_, index) =>
      oneAtATime.run('a', 5_000, () => work(index % 2 === 0), tooLong),
    );
    const results = await Promise.allSettled(all);
    expect(most).toBe(1);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('lets other names pass, and gives up waiting in time', async () => {
    const oneAtATime = new OneAtATime();
    let end = () => {};
    const first = oneAtATime.run('a', 0, () => new Promise<void>((resolve) => (end = resolve)), tooLong);
    expect(await oneAtATime.run('b', 0, async () => 'passed', tooLong)).toBe('passed');
    await expect(oneAtATime.run('a', 20, async () => 'never', tooLong)).rejects.toThrow('too long');
    end();
    await first;
    expect(await oneAtATime.run('a', 0, async () => 'my turn', tooLong)).toBe('my turn');
  });
});
