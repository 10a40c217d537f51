import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

/** Sends requests that still arrive on open connections elsewhere while the server closes; those under way end normally. */
export function refuseWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onRequest', async () => {
    if (closing) throw new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 1 });
  });
}
