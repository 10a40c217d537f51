import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DemoMailbox } from '@sanxian/shared/channels';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const message = z.object({ to: z.string().max(200), text: z.string().max(5_000) });

/** In the demo the gateway is the provider of text messages for the other processes: it puts them into the mailbox. */
export function receiveDemoTexts(server: FastifyInstance, mailbox: DemoMailbox, secret: string): void {
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.post<{ Body: string }>('/demo/text-messages', async (request, reply) => {
    const {
      'x-sanxian-timestamp': timestamp,
      'x-sanxian-signature': signature,
      'idempotency-key': key,
    } = request.headers;
    const expected = createHmac('sha256', secret)
      .update(`${String(timestamp)}.${request.body}`)
      .digest('hex');
    if (!sameText(String(signature), `sha256=${expected}`)) return reply.code(401).send();
    const { to, text } = message.parse(JSON.parse(request.body));
    mailbox.keep(String(key), { channel: 'text-message', to, text });
    return reply.code(204).send();
  });
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
