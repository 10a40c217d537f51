import { isDeepStrictEqual } from 'node:util';
import { describeEvent, type EventClass, type Topic } from '@sanxian/shared/contracts';
import { eventSchema, type FieldSchema } from './event-schema.js';

export type PublishedField = FieldSchema & { readonly required: boolean };

/** One event version as the world knows it. */
export interface PublishedContract {
  readonly topic: Topic;
  readonly aggregate: string;
  readonly fields: Readonly<Record<string, PublishedField>>;
  /** Each has been in a committed document, and has to be readable for ever. */
  readonly examples: readonly object[];
}

/** By event type: class names repeat from one service to another. */
export type PublishedContracts = Readonly<Record<string, PublishedContract>>;

export function contractsOf(catalogue: readonly EventClass[]): PublishedContracts {
  return Object.fromEntries(
    catalogue.map((contract): [string, PublishedContract] => {
      const { type, topic, aggregate } = describeEvent(contract);
      const { properties, required } = eventSchema(contract);
      const fields = Object.entries(properties).map(
        ([name, schema]) => [name, { ...schema, required: required.includes(name) }] as const,
      );
      return [type, { topic, aggregate, fields: Object.fromEntries(fields), examples: [{ ...contract.example }] }];
    }),
  );
}

/** The published contracts and what is new in the code. Nothing is ever taken out: no type and no example. */
export function withAdditions(published: PublishedContracts, current: PublishedContracts): PublishedContracts {
  const grown = Object.entries(current).map(([type, contract]): [string, PublishedContract] => {
    const known = published[type]?.examples ?? [];
    const fresh = contract.examples.filter((example) => !known.some((old) => isDeepStrictEqual(old, example)));
    return [type, { ...contract, examples: [...known, ...fresh] }];
  });
  return { ...published, ...Object.fromEntries(grown) };
}
