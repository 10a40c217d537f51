import { isDeepStrictEqual } from 'node:util';
import { eventually } from '@sanxian/shared/testing';
import { inbox, type Person } from './people.js';

export const say = (who: string, what: string): void => console.log(`${who.padEnd(4, '　')} ${what}`);

export function same(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(actual)}`);
}

/** Waits until the inbox holds exactly these messages, newest first, and prints the newest. */
export async function reads(
  person: Person,
  expected: readonly (readonly [kind: string, subject: string])[],
): Promise<void> {
  const items = await eventually(async () => {
    const found = await inbox(person);
    same(
      `the inbox of ${person.name}`,
      found.map(({ kind, subject }) => [kind, subject.id]),
      expected,
    );
    return found;
  });
  say(person.name, `收件箱：${items[0]?.title}｜${items[0]?.text}`);
}
