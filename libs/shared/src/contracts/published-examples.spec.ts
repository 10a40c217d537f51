import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEvent } from '../messaging/dispatcher/decode-event.js';
import { eventCatalogue } from './catalogue.js';
import { describeEvent } from './event-contract.js';

const published = JSON.parse(readFileSync(join(import.meta.dirname, 'published-contracts.json'), 'utf8')) as Readonly<
  Record<string, { readonly examples: readonly object[] }>
>;

it.each(Object.entries(published))('%s: today’s class reads every example there ever was', (type, { examples }) => {
  const contract = eventCatalogue.find((candidate) => describeEvent(candidate).type === type);
  expect(contract).toBeDefined();
  expect(examples).not.toHaveLength(0);
  for (const example of examples) {
    const { topic } = describeEvent(contract!);
    const event = decodeEvent({ topic, key: 'any', headers: {}, body: JSON.stringify(example) }, contract!);
    expect({ ...event }).toEqual(example);
  }
});
