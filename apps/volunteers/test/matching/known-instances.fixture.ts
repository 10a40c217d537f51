import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RawInstance } from './check-plan.js';

const folder = new URL('instances/', import.meta.url);

interface Known {
  /** The best that anybody has found. */
  readonly levels: readonly number[];
  /** Whether nothing better exists. */
  readonly proven: boolean;
}

export const knownInstances = JSON.parse(readFileSync(new URL('known.json', folder), 'utf8')) as Readonly<
  Record<string, Known>
>;

export const instanceNamed = (name: string): RawInstance =>
  JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, folder))).toString()) as RawInstance;
