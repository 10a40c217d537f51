import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidEnvironment, readEnvironment } from './read-environment.js';

const shape = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  SMS_WEBHOOK_SECRET: z.string().min(16).optional(),
  MASTER_KEY_FILE: z.string(),
};

describe('readEnvironment', () => {
  it('reads what is set, fills in the rest, and passes over what is not ours', () => {
    expect(readEnvironment(shape, { PORT: '8080', MASTER_KEY_FILE: 'a', HOME: '/root' })).toEqual({
      PORT: 8080,
      MASTER_KEY_FILE: 'a',
    });
    expect(readEnvironment(shape, { MASTER_KEY_FILE: 'a' }).PORT).toBe(3000);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment(shape, { PORT: '', SMS_WEBHOOK_SECRET: '', MASTER_KEY_FILE: 'a' }).PORT).toBe(3000);
    expect(() => readEnvironment(shape, { MASTER_KEY_FILE: '' })).toThrow(InvalidEnvironment);
  });

  it('names all that is missing or wrong at once, and shows no value', () => {
    const read = () => readEnvironment(shape, { PORT: 'http', SMS_WEBHOOK_SECRET: 'geheim' });
    expect(read).toThrow(InvalidEnvironment);
    const message = messageOf(read);
    for (const name of ['PORT', 'SMS_WEBHOOK_SECRET', 'MASTER_KEY_FILE']) expect(message).toContain(`  ${name}: `);
    expect(message).not.toContain('geheim');
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
