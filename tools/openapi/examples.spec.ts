import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { committedDocuments } from './whole-document.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
/** A place that needs an example: a body, or a parameter without which nothing can be asked. */
interface Place {
  readonly at: string;
  readonly schema: object;
  readonly example: unknown;
}

function placesOf(document: OpenAPIObject): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .flatMap(([method, operation]: [string, Operation]) => [
        ...parameterPlaces(`${method} ${path}`, operation),
        ...bodyPlaces(`${method} ${path}`, operation),
      ]),
  );
}

function parameterPlaces(at: string, { parameters = [] }: Operation): Place[] {
  return parameters.flatMap((parameter) =>
    '$ref' in parameter || !(parameter.required || 'example' in parameter)
      ? []
      : [{ at: `${at} ${parameter.name}`, schema: parameter.schema ?? {}, example: parameter.example as unknown }],
  );
}

function bodyPlaces(at: string, { requestBody, responses }: Operation): Place[] {
  return [['request', requestBody] as const, ...Object.entries(responses)].flatMap(([name, body]) =>
    !body || '$ref' in body
      ? []
      : Object.values(body.content ?? {}).map(({ schema = {}, example }) => ({
          at: `${at} ${name}`,
          schema,
          example: example as unknown,
        })),
  );
}

/** Examples that are missing, or that their schema does not take. */
function wrongExamples(document: OpenAPIObject): string[] {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema(document, 'document');
  const problems = Object.entries(document.components?.responses ?? {}).flatMap(([name, response]) =>
    bodyPlaces(name, { responses: { problem: response } }),
  );
  return [...placesOf(document), ...problems].flatMap(({ at, schema, example }) => {
    if (example === undefined) return [`${at}: no example`];
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
    return ajv.validate(local, example) ? [] : [`${at}: ${ajv.errorsText()}`];
  });
}

describe.each(Object.entries(committedDocuments()))('%s', (_, document) => {
  it('has an example of everything that goes in or comes out, and each fits', () => {
    expect(placesOf(document).length).toBeGreaterThan(2);
    expect(wrongExamples(document)).toEqual([]);
  });

  it('shows a problem', () => {
    expect(document.components?.responses).toMatchObject({
      Problem: { content: { 'application/problem+json': { example: { status: 503 } } } },
    });
  });
});

describe('a wrong example', () => {
  const document = () => structuredClone(committedDocuments()['apps/gateway/openapi.json']!);
  const grant = (broken: OpenAPIObject) => broken.paths['/api/v1/me/consents/{purpose}']!.put!;
  const json = (body: unknown) =>
    (body as { content: Record<string, { example?: unknown }> }).content['application/json']!;

  it.each<[string, (operation: Operation) => void, string]>([
    [
      'of another type',
      (operation) => (json(operation.requestBody).example = { textVersion: 7 }),
      'request: data/textVersion',
    ],
    ['with a field too few', (operation) => (json(operation.responses['200']).example = {}), '200: data must have'],
    ['that is missing', (operation) => delete json(operation.responses['200']).example, '200: no example'],
    [
      'of a parameter',
      (operation) => Object.assign(operation.parameters![0]!, { example: 'gossip' }),
      'purpose: data must be equal to one of the allowed values',
    ],
  ])('is found: %s', (_, breakIt, found) => {
    const broken = document();
    breakIt(grant(broken));
    expect(wrongExamples(broken)).toEqual([expect.stringContaining(found)]);
  });
});
