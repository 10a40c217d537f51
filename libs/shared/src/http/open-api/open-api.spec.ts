import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SystemClock } from '../../config/clock.js';
import type { RoutePolicies } from '../../security/route-policies.js';
import { createHttpApplication } from '../application/create-http-application.js';
import { HealthModule, healthPolicies } from '../health/health.module.js';
import { ReadinessChecks } from '../health/readiness-checks.js';
import { notesService } from '../notes.fixture.js';
import { buildOpenApiDocument } from './build-open-api-document.js';
import { mergeOpenApi } from './merge-open-api.js';
import { openApiRoutes, serveOpenApi } from './serve-open-api.js';
import { stableJson } from './stable-json.js';

const info = { title: 'Notes', description: 'For specs.', version: '1' };

/** Stands in for a runtime that does not exist: reading the document must touch nothing of it. */
const untouched = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`${String(name)} was used`);
    },
  },
) as never;
const document = () => buildOpenApiDocument(notesService.register(untouched, untouched), info, notesService.policies);

describe('the OpenAPI document of a module', () => {
  it('knows the routes, who may call them and what all operations have in common', async () => {
    const { paths, components } = await document();
    expect(Object.keys(paths)).toContain('/api/v1/notes/{id}/done');
    const create = paths['/api/v1/notes']?.post;
    expect(create?.security).toEqual([{ bearer: [] }]);
    expect(create?.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    expect(create?.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
    expect(create?.responses['201']).toMatchObject({ headers: { Location: {} } });
    expect(paths['/api/v1/notes/{id}']?.put?.parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' });
    expect(paths['/api/v1/notes-echo']?.post?.security).toEqual([]);
    expect(components?.schemas).toMatchObject({ Problem: {}, FieldError: {} });
    expect(Object.keys(components?.schemas ?? {}).sort()).toEqual([
      'FieldError',
      'NoteInput',
      'Problem',
      'RenameInput',
    ]);
  });

  it('lists the problems that follow from what an operation is', async () => {
    const { paths } = await document();
    const problems = (path: string, method: 'get' | 'post' | 'put') =>
      Object.keys(paths[path]?.[method]?.responses ?? {}).filter((status) => !status.startsWith('2'));
    expect(problems('/api/v1/notes', 'get')).toEqual(['400', '401', '403', 'default']);
    expect(problems('/api/v1/notes', 'post')).toEqual(['400', '401', '403', '409', '413', '415', '422', 'default']);
    expect(problems('/api/v1/notes/{id}', 'put')).toEqual([
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      'default',
    ]);
    expect(problems('/api/v1/notes-echo', 'post')).not.toContain('401');
  });

  it('shows an example of what goes in', async () => {
    const { paths } = await document();
    expect(paths['/api/v1/notes']?.post?.requestBody).toMatchObject({
      content: { 'application/json': { example: { title: '示例' } } },
    });
    expect(paths['/api/v1/notes/{id}']?.put?.parameters).toContainEqual(
      expect.objectContaining({ name: 'id', example: '018f2d4e-7c1a-7000-8000-000000000001' }),
    );
  });

  it('shows what the field rules ask for', async () => {
    const { components } = await document();
    expect(components?.schemas?.NoteInput).toMatchObject({
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 80 },
        onDate: { type: ['string', 'null'], format: 'date' },
        startsAt: { type: ['string', 'null'], format: 'date-time' },
      },
    });
  });

  it('is the same text every time', async () => {
    expect(stableJson(await document())).toBe(stableJson(await document()));
    expect(stableJson({ enum: ['b', 'a'] })).toBe(stableJson({ enum: ['a', 'b'] }));
    expect(stableJson({ enum: [null, 'b', 'a'] })).toBe(stableJson({ enum: ['a', 'b', null] }));
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(stableJson({ a: null, b: [{ c: 2, d: 1 }] }));
  });
});

describe('merged documents', () => {
  const part = (path: string, schema: string): OpenAPIObject => ({
    openapi: '3.0.0',
    info,
    tags: [{ name: 'part' }],
    paths: {
      [path]: {
        get: {
          responses: {
            200: {
              description: 'OK',
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
            },
            default: { $ref: '#/components/responses/Problem' },
          },
        },
      },
    },
    components: { schemas: { [schema]: { type: 'object' }, Problem: { type: 'object' } } },
  });

  it('hold everything once', () => {
    const whole = mergeOpenApi(info, [part('/a', 'A'), part('/b', 'B')]);
    expect(Object.keys(whole.paths)).toEqual(['/a', '/b']);
    expect(Object.keys(whole.components?.schemas ?? {}).sort()).toEqual(['A', 'B', 'FieldError', 'Problem']);
    expect(whole.tags).toEqual([{ name: 'part' }]);
  });

  it('fail on one path in two of them, or one schema name for two things', () => {
    expect(() => mergeOpenApi(info, [part('/a', 'A'), part('/a', 'B')])).toThrow('the path /a');
    const other = part('/b', 'A');
    other.components!.schemas!['A'] = { type: 'boolean' };
    expect(() => mergeOpenApi(info, [part('/a', 'A'), other])).toThrow('the schema A');
  });

  it('keep once what two say in the same words', () => {
    const { components } = mergeOpenApi(info, [part('/a', 'A'), part('/b', 'A')]);
    expect(components?.schemas).toMatchObject({ A: part('/a', 'A').components!.schemas!['A'] });
  });
});

describe('the served document', () => {
  let app: NestFastifyApplication;
  let baseUrl: string;
  beforeAll(async () => {
    app = await createHttpApplication({
      module: HealthModule.with(new ReadinessChecks([])),
      services: [],
      policies: {
        ...healthPolicies,
        ...(Object.fromEntries(openApiRoutes.map((route) => [route, 'public'])) as RoutePolicies),
      },
      authenticator: { authenticate: async () => null },
      clock: new SystemClock(),
    });
    const served = await document();
    serveOpenApi(app, () => served);
    await app.listen(0, '127.0.0.1');
    baseUrl = await app.getUrl();
  });
  afterAll(() => app.close());

  it('is JSON at /openapi.json', async () => {
    const answer = await fetch(`${baseUrl}/openapi.json`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ info: { title: 'Notes' } });
  });

  it('is rendered at /docs from local files alone', async () => {
    const page = await fetch(`${baseUrl}/docs`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) expect((await fetch(new URL(asset, `${baseUrl}/docs`))).status).toBe(200);
  });

  it('answers an unknown asset with a problem document', async () => {
    const answer = await fetch(`${baseUrl}/docs/nowhere.js`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
