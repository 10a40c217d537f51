import { readFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Message {
  readonly payload: { readonly $ref: string };
  readonly examples: readonly { readonly payload: object }[];
}
interface Operation {
  readonly action: string;
  readonly channel: { readonly $ref: string };
  readonly messages: readonly { readonly $ref: string }[];
}
interface Document {
  readonly channels: Readonly<
    Record<string, { readonly messages: Readonly<Record<string, { readonly $ref: string }>> }>
  >;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}

const text = readFileSync(new URL('../../asyncapi.yaml', import.meta.url), 'utf8');
const read = () => parse(text) as Document;
const document = read();
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(document, 'document');

describe('asyncapi.yaml', () => {
  it('is AsyncAPI 3 by the schema of the AsyncAPI initiative', () => {
    // The schema brings the meta schema of JSON schema along.
    const isAsyncApi = new Ajv({ strict: false, meta: false, logger: false }).compile(specs.schemas['3.0.0']);
    isAsyncApi(document);
    expect(isAsyncApi.errors).toBeNull();
    const misshapen = { ...read(), channels: { 'sanxian.donations': { topic: 'sanxian.donations' } } };
    expect(isAsyncApi(misshapen)).toBe(false);
  });

  it.each(Object.entries(document.components.messages))(
    'shows an example of %s that its schema takes',
    (_, message) => {
      expect(message.examples).not.toHaveLength(0);
      for (const { payload } of message.examples) {
        expect(ajv.validate({ $ref: `document${message.payload.$ref}` }, payload) ? [] : ajv.errors).toEqual([]);
        expect(ajv.validate({ $ref: `document${message.payload.$ref}` }, {})).toBe(false);
      }
    },
  );

  it('says of every message who sends it, in one channel', () => {
    const sent = Object.values(document.operations)
      .filter(({ action }) => action === 'send')
      .flatMap(({ messages }) => messages.map(({ $ref }) => $ref.split('/').at(-1)));
    expect(sent.sort()).toEqual(Object.keys(document.components.messages).sort());
  });

  it('knows who listens', () => {
    const listening = document.operations['notifications.receives.sanxian.donations'];
    expect(listening).toMatchObject({ action: 'receive', channel: { $ref: '#/channels/sanxian.donations' } });
    expect(listening?.messages).toContainEqual({
      $ref: '#/channels/sanxian.donations/messages/donations.blood-intent-registered.v1',
    });
  });

  it('points at nothing that is not there', () => {
    for (const [, path = ''] of text.matchAll(/\$ref: "#\/(.+)"/g)) {
      const target = path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
      expect([path, typeof target]).toEqual([path, 'object']);
    }
  });
});
