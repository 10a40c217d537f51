import { traceIdOf } from '../../config/trace-context.js';
import type { RequestObserver } from '../../http/application/request-observer.js';
import type { ProcessLogger } from './process-logger.js';

/** Asked for every few seconds by machines. */
const notWorthALine = /^\/(health|metrics)(\/|$)/;

/** A line per request: the pattern of its route, never the address, which holds ids and what was searched for. */
export function accessLog(logger: ProcessLogger): RequestObserver {
  return ({ method, route, traceparent, requestId }) =>
    ({ status, seconds }) => {
      if (notWorthALine.test(route)) return;
      const milliseconds = Math.round(seconds * 10_000) / 10;
      const traceId = traceIdOf(traceparent);
      logger.record('Access', `${method} ${route} ${status}`, {
        method,
        route,
        status,
        milliseconds,
        traceId,
        requestId,
      });
    };
}
