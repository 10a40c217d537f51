import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('are kept as Argon2id with the parameters OWASP recommends, salted', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('match only themselves', async () => {
    const stored = await hashPassword('密码 correct horse');
    expect(await verifyPassword(stored, '密码 correct horse')).toBe(true);
    expect(await verifyPassword(stored, '密码 correct horse ')).toBe(false);
    expect(await verifyPassword(stored, '')).toBe(false);
  });

  it('never match an unknown user, and take as long to say so', async () => {
    const stored = await hashPassword('correct horse');
    expect(await verifyPassword(null, '')).toBe(false);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      known.push(await millisecondsOf(verifyPassword(stored, 'wrong')));
      unknown.push(await millisecondsOf(verifyPassword(null, 'wrong')));
    }
    // Without the work it would be a hundred times faster. The rest is for a busy machine.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });
});

async function millisecondsOf(work: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work;
  return performance.now() - from;
}
