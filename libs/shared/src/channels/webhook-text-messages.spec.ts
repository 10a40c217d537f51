import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { FakeClock } from '../testing/fake-clock.js';
import { WebhookTextMessages } from './webhook-text-messages.js';

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const message = { to: '13812341234', text: '您的验证码是 123456', idempotencyKey: 'message-1' };

describe('WebhookTextMessages', () => {
  const clock = new FakeClock('2026-11-23T08:00:00.900Z');
  let received: Received[];
  let answer: (response: ServerResponse) => void;
  let server: Server;
  let baseUrl: string;
  let textMessages: WebhookTextMessages;

  beforeEach(async () => {
    received = [];
    answer = (response) => response.writeHead(202).end('{"queued":true}');
    server = createServer((request, response) => {
      void textOf(request).then((body) => {
        received.push({ method: request.method, path: request.url, headers: request.headers, body });
        answer(response);
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    textMessages = webhook({});
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const webhook = (options: { deadlineMilliseconds?: number }) =>
    new WebhookTextMessages({ url: `${baseUrl}/send`, secret: 'between the two of us', clock, ...options });

  const failure = async (): Promise<string> => {
    const error: unknown = await textMessages.send(message).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const { message: told, stack, cause } = error as Error;
    const everything = [told, stack, String(cause)].join('\n');
    expect(everything).not.toContain(message.to);
    expect(everything).not.toContain('123456');
    return told;
  };

  it('posts the message once, signed together with its time', async () => {
    await textMessages.send(message);
    expect(received).toHaveLength(1);
    const [{ method, path, headers, body }] = received as [Received];
    expect([method, path, headers['content-type']]).toEqual(['POST', '/send', 'application/json']);
    expect(JSON.parse(body)).toEqual({ to: message.to, text: message.text });
    expect(headers['idempotency-key']).toBe('message-1');
    expect(headers['x-sanxian-timestamp']).toBe('1795420800');
    const expected = createHmac('sha256', 'between the two of us').update(`1795420800.${body}`).digest('hex');
    expect(headers['x-sanxian-signature']).toBe(`sha256=${expected}`);
  });

  it.each([400, 401, 429, 500, 503])('fails on the answer %d, without telling number and text', async (status) => {
    answer = (response) => response.writeHead(status).end(`cannot send to ${message.to}`);
    expect(await failure()).toContain(String(status));
  });

  it.each([301, 302, 303, 307, 308])('carries the message nowhere else on %d', async (status) => {
    answer = (response) => response.writeHead(status, { location: `${baseUrl}/elsewhere` }).end();
    await failure();
    expect(received.map(({ path }) => path)).toEqual(['/send']);
  });

  it('does not wait longer than the deadline', async () => {
    answer = () => undefined;
    textMessages = webhook({ deadlineMilliseconds: 200 });
    const from = performance.now();
    expect(await failure()).toMatch(/timeout/i);
    expect(performance.now() - from).toBeLessThan(4_000);
  });

  it('fails when nobody listens, or the line breaks', async () => {
    answer = (response) => response.destroy();
    await failure();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await failure();
  });
});
