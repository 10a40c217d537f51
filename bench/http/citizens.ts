import { randomUUID } from 'node:crypto';
import { agree, logInAsCitizen, type Person } from '../../tools/tour/people.js';
import type { HttpRequest } from './http-load.js';

const path = '/api/v1/donations/blood/intents';
const newIntent = JSON.stringify({ product: 'whole-blood', volumeMl: 200, area: '331102' });

/** What people do, one of them for each connection. */
export interface Requests {
  readonly write: (connection: number) => HttpRequest;
  readonly list: (connection: number) => HttpRequest;
  readonly read: (connection: number) => HttpRequest;
}

/** People who may register intents. Their tokens are good for ten minutes. */
export async function logInCitizens(url: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = await logInAsCitizen(url, `测速${index}`);
    await agree(person, 'blood-contact');
    await person.api.close();
    people.push(person);
  }
  return people;
}

/**
 * @param readable an intent of each person on the server that is asked
 */
export function requestsOf(people: readonly Person[], readable: readonly string[]): Requests {
  const authorized = (connection: number) => ({ authorization: `Bearer ${people[connection]!.token}` });
  const get = (connection: number, what: string): HttpRequest => {
    return { method: 'GET', path: what, headers: authorized(connection), expected: 200 };
  };
  return {
    write: (connection) => ({
      method: 'POST',
      path,
      headers: { ...authorized(connection), 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: newIntent,
      expected: 201,
    }),
    list: (connection) => get(connection, path),
    read: (connection) => get(connection, `${path}/${readable[connection]}`),
  };
}

/** @returns an intent of each person, after everyone has registered so many */
export async function registerIntents(url: string, people: readonly Person[], count: number): Promise<string[]> {
  const { write } = requestsOf(people, []);
  const newest: string[] = [];
  for (let times = 0; times < count; times += 1) {
    for (const connection of people.keys()) {
      const { headers, body = '' } = write(connection);
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${url} answered ${answer.status} ${await answer.text()}`);
      newest[connection] = ((await answer.json()) as { id: string }).id;
    }
  }
  return newest;
}
