import { finished } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { traceContext, type TraceContext } from '../../config/trace-context.js';
import { idsOnly, type Tracer } from '../../config/tracer.js';
import { answerByOf } from '../access/forwarded-context.js';
import { prepareAnswer } from './answer-preparation.js';
import { observeRequest, routeOf, type RequestObserver } from './request-observer.js';
import { traceparentIn } from './request-trace.js';

/** First of all hooks: every answer gets its headers, and whatever runs for a request knows its trace. */
export function openRequests(
  server: FastifyInstance,
  { tracer = idsOnly, requestObservers = [] }: { tracer?: Tracer; requestObservers?: readonly RequestObserver[] },
): void {
  server.decorateRequest('traceparent', '');
  server.decorateRequest('answerBy', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    prepareAnswer(request, reply, openSpan(request, reply, tracer));
    observeRequest(request, reply, requestObservers);
    request.answerBy = answerByOf(request.headers);
    traceContext.run(contextOf(request), done);
  });
  // Reading a body goes on in the socket's context, not in the request's.
  server.addHook('preValidation', (request, _reply, done) => {
    traceContext.run(contextOf(request), done);
  });
}

const contextOf = ({ traceparent, id, answerBy }: FastifyRequest): TraceContext => ({
  traceparent,
  requestId: id,
  answerBy,
});

function openSpan(request: FastifyRequest, reply: FastifyReply, tracer: Tracer): string {
  const { method } = request;
  const route = routeOf(request);
  const span = tracer.start({
    name: `${method} ${route}`,
    kind: 'server',
    parent: traceparentIn(request.headers),
    attributes: { 'http.request.method': method, 'http.route': route },
  });
  finished(reply.raw, () => {
    const status = reply.raw.statusCode;
    span.end({ failed: status >= 500, attributes: { 'http.response.status_code': status } });
  });
  return span.traceparent;
}
