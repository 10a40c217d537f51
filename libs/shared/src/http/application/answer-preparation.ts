import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../security/principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Our span of the request's trace. */
    traceparent: string;
    /** When the asker stops waiting, by `performance.now()`. */
    answerBy: number | undefined;
    /** Who is asking; absent on public routes, whatever token was sent. */
    principal?: Principal;
  }
}

/** What every answer carries, whoever gives it. Done before anything can refuse the request. */
export function prepareAnswer(request: FastifyRequest, reply: FastifyReply, traceparent: string): void {
  request.traceparent = traceparent;
  void reply.headers({
    'X-Request-Id': request.id,
    traceparent: request.traceparent,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "frame-ancestors 'none'",
  });
  if (request.url.startsWith('/api')) {
    void reply.headers({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    });
  }
}
