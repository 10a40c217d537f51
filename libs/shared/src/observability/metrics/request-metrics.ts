import { Gauge, Histogram, type Registry } from 'prom-client';
import type { RequestObserver } from '../../http/application/request-observer.js';

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts requests by the pattern of their route: addresses hold ids, and there is no end of them. */
export function requestMetrics(registry: Registry): RequestObserver {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'sanxian_http_request_seconds',
    help: 'Time until the answer to a request has ended',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  });
  const inFlight = new Gauge({
    name: 'sanxian_http_requests_in_flight',
    help: 'Requests being answered now',
    registers,
  });
  return ({ method, route }) => {
    inFlight.inc();
    return (end) => {
      inFlight.dec();
      seconds.observe({ method, route, status: `${Math.floor(end.status / 100)}xx` }, end.seconds);
    };
  };
}
