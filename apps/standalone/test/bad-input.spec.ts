import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { wholeOpenApi } from '../src/open-api.js';
import type { LoggedIn } from './log-in-as.js';
import { startTestSystem, type TestSystem } from './test-system.js';

type Operation = { method: string; path: string };

const unknownId = '018f2d4e-7c1a-7000-8000-00000000dead';

/** Bodies nobody in their right mind sends (reliability.md, test 24); each must be refused by every route that takes a body. */
const badBodies: Record<string, string> = {
  'not JSON': '{"a":',
  'a list': '[]',
  'a text': '"text"',
  'a number': '9007199254740993',
  null: 'null',
  'an unknown field': '{"nobodyKnowsThisField":1}',
  'a poisoned prototype': '{"__proto__":{"admin":true}}',
  'a poisoned constructor': '{"constructor":{"prototype":{"admin":true}}}',
  'a NUL character': '{"nobodyKnowsThisField":"\\u0000"}',
  'a lone surrogate': '{"nobodyKnowsThisField":"\\ud800"}',
  'ten thousand levels': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'two megabytes': JSON.stringify({ text: 'x'.repeat(2_000_000) }),
};

function operationsOf(document: OpenAPIObject, methods: string[]): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, unknownId) })),
  );
}

describe('bad input', () => {
  let system: TestSystem;
  let citizen: LoggedIn;
  let coordinator: LoggedIn;
  const document = wholeOpenApi();

  beforeAll(async () => {
    system = await startTestSystem();
    citizen = await system.citizen('19912340001');
    coordinator = await system.staff('coordinator');
  });

  afterAll(() => system.stop());

  const isRefused = async (operation: Operation, token: string, body?: string, headers?: Record<string, string>) => {
    const { method, path } = operation;
    const response = await system.request<{ code?: string; traceId?: string }>(method, path, {
      token,
      body,
      headers,
    });
    const seen = `${method} ${path} → ${response.status} ${response.text.slice(0, 200)}`;
    expect({ seen, refused: response.status >= 400 && response.status < 500 }).toEqual({ seen, refused: true });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect({ seen, code: typeof response.body.code, trace: response.body.traceId?.length }).toEqual({
      seen,
      code: 'string',
      trace: 32,
    });
  };

  it.each(Object.entries(badBodies))('%s is refused by every route that takes a body', async (_name, body) => {
    const operations = operationsOf(document, ['post', 'put', 'patch']);
    expect(operations.length).toBeGreaterThan(15);
    for (const operation of operations) {
      for (const { token } of [citizen, coordinator]) await isRefused(operation, token, body);
    }
  });

  it('an unknown query parameter is refused by every route', async () => {
    for (const { method, path } of operationsOf(document, ['get'])) {
      if (path.startsWith('/health') || path.endsWith('.json')) continue;
      await isRefused({ method, path: `${path}?nobodyKnowsThis=1` }, citizen.token);
    }
  });

  it.each([
    ['text/plain', 415],
    ['application/xml', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('%s as a content type is refused', async (type, status) => {
    const response = await system.request('POST', '/api/v1/donations/blood/intents', {
      token: citizen.token,
      body: 'x',
      headers: { 'content-type': type },
    });
    expect(response.status).toBe(status);
  });

  it('broken cursors, limits and ids are refused', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=1e2',
      'limit=x',
      'after=',
      'after=x',
      'after=%00',
    ]) {
      await isRefused({ method: 'GET', path: `/api/v1/notifications/inbox?${query}` }, citizen.token);
    }
    for (const id of [
      'x',
      '%00',
      '..%2f..',
      "'%20or%201=1",
      '018f2d4e-7c1a-7000-8000-00000000dead%00',
      'a'.repeat(3_000),
    ]) {
      await isRefused({ method: 'GET', path: `/api/v1/donations/blood/intents/${id}` }, citizen.token);
    }
    await isRefused({ method: 'GET', path: '/api/v1/%zz' }, citizen.token);
  });

  it('leaves nothing behind', async () => {
    for (const path of [
      '/api/v1/donations/blood/intents',
      '/api/v1/volunteers/my/shifts',
      '/api/v1/notifications/inbox',
    ]) {
      const { status, body } = await system.request<{ items: unknown[] }>('GET', path, { token: citizen.token });
      expect([path, status, body.items]).toEqual([path, 200, []]);
    }
  });
});
