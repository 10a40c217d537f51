import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request as it may be counted and logged: what was asked for by pattern, never by address. */
export interface SeenRequest {
  readonly method: string;
  /** The pattern of the route, or `(none)`. */
  readonly route: string;
  readonly traceparent: string;
  readonly requestId: string;
}

export interface RequestEnd {
  /** 499 when the client was gone before an answer began. */
  readonly status: number;
  readonly seconds: number;
}

/** Hears that a request has begun; what it gives back hears how it ended, once. Must not throw. */
export type RequestObserver = (request: SeenRequest) => (end: RequestEnd) => void;

export const routeOf = ({ routeOptions, is404 }: FastifyRequest): string =>
  is404 ? '(none)' : (routeOptions.url ?? '(none)');

/** Tells the observers; also of requests that are refused later, or whose client goes away. */
export function observeRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  observers: readonly RequestObserver[],
): void {
  const started = performance.now();
  const seen = {
    method: request.method,
    route: routeOf(request),
    traceparent: request.traceparent,
    requestId: request.id,
  };
  const ends = observers.map((observer) => observer(seen));
  finished(reply.raw, () => {
    const status = reply.raw.headersSent ? reply.raw.statusCode : 499;
    const end = { status, seconds: (performance.now() - started) / 1000 };
    for (const tell of ends) tell(end);
  });
}
