import { expect, it } from '@jest/globals';
import { addExamples, type Operation } from './example-of.js';

type Schemas = Parameters<typeof addExamples>[1];

const thing: Schemas[string] = {
  type: 'object',
  required: ['id', 'kind', 'title', 'doneAt', 'endsAt', 'owner', 'until'],
  properties: {
    id: { type: 'string' },
    kind: { type: 'string', enum: ['b', 'a'] },
    title: { type: 'string', minLength: 3, maxLength: 5 },
    doneAt: { type: ['string', 'null'] } as never,
    endsAt: { type: 'string', format: 'date-time' },
    until: { type: 'string', format: 'date' },
    owner: { anyOf: [{ $ref: '#/components/schemas/Owner' }, { type: 'null' }] } as never,
    note: { type: 'string' },
    remark: { type: 'string', example: 'as said' },
    count: { type: 'integer', minimum: 4 },
    tags: { type: 'array', items: { type: 'string', default: 'x' }, minItems: 2 },
  },
};
const owner: Schemas[string] = { type: 'object', properties: { name: { type: 'string', example: '林知夏' } } };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
const examplesOf = () => {
  const operation: Operation = {
    parameters: [
      { name: 'thingId', in: 'path', schema: { type: 'string' } },
      { name: 'secret', in: 'path', schema: { type: 'string' } },
      { name: 'after', in: 'query', schema: { type: 'string' } },
    ],
    requestBody: { content: structuredClone(content) },
    responses: { 200: { description: 'OK', content: structuredClone(content) } },
  };
  addExamples(operation, { Thing: thing, Owner: owner });
  return operation;
};

const always = {
  id: '018f2d4e-7c1a-7000-8000-000000000001',
  kind: 'a',
  endsAt: '2026-12-05T04:00:00.000Z',
  until: '2026-11-23',
  title: '示例示例',
  remark: 'as said',
};

it('fills in a request what may be sent, but no text that says nothing', () => {
  expect(examplesOf().requestBody).toMatchObject({
    content: {
      'application/json': {
        example: {
          ...always,
          doneAt: '2026-12-05T01:00:00.000Z',
          owner: { name: '林知夏' },
          count: 4,
          tags: ['x', 'x'],
        },
      },
    },
  });
  expect(JSON.stringify(examplesOf().requestBody)).not.toContain('note');
});

it('shows in an answer what is always there, with nothing where nothing may be', () => {
  const { 200: answer } = examplesOf().responses;
  expect(answer).toMatchObject({
    content: { 'application/json': { example: { ...always, doneAt: null, owner: null } } },
  });
  expect(JSON.stringify(answer)).not.toContain('count');
});

it('leaves a parameter that may be missing without an example when nobody gave one', () => {
  expect(examplesOf().parameters).toEqual([
    expect.objectContaining({ name: 'thingId', example: always.id }),
    expect.objectContaining({ name: 'secret', example: 'secret' }),
    expect.not.objectContaining({ example: expect.anything() }),
  ]);
});
