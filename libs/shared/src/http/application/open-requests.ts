import type { FastifyInstance } from 'fastify';
import { traceContext } from '../../config/trace-context.js';
import { prepareAnswer } from './answer-preparation.js';

/** First of all hooks: every answer gets its headers, and whatever runs for a request knows its trace. */
export function openRequests(server: FastifyInstance): void {
  server.decorateRequest('traceparent', '');
  server.addHook('onRequest', (request, reply, done) => {
    prepareAnswer(request, reply);
    traceContext.run({ traceparent: request.traceparent, requestId: request.id }, done);
  });
  // Reading a body goes on in the socket's context, not in the request's.
  server.addHook('preValidation', (request, _reply, done) => {
    traceContext.run({ traceparent: request.traceparent, requestId: request.id }, done);
  });
}
