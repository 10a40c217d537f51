import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

/** Sends requests that still arrive on open connections elsewhere while the server closes; those under way end normally. */
export function refuseWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  // A connection that stayed open after its answer would keep the server from closing for as long as it idles.
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  server.addHook('onRequest', async () => {
    if (closing) throw new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 1 });
  });
}
