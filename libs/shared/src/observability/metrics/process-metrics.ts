import { collectDefaultMetrics, Registry } from 'prom-client';
import type { RequestObserver } from '../../http/application/request-observer.js';
import type { MessagingObserver } from '../../messaging/messaging-observer.js';
import { MessagingMetrics } from './messaging-metrics.js';
import { requestMetrics } from './request-metrics.js';
import { serviceMetrics, usualLimits, type ScrapeLimits, type WatchedServices } from './service-metrics.js';

/** Everything one process can be measured by, in the text format of Prometheus. */
export class ProcessMetrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly messaging: MessagingObserver;
  readonly requests: RequestObserver;
  private readonly registry = new Registry();

  constructor(private readonly limits: ScrapeLimits = usualLimits) {
    this.messaging = new MessagingMetrics(this.registry);
    this.requests = requestMetrics(this.registry);
    // Memory, processor, garbage collection and, as sanxian_nodejs_eventloop_lag_p99_seconds, the delay of the event loop.
    collectDefaultMetrics({ register: this.registry, prefix: 'sanxian_', eventLoopMonitoringPrecision: 20 });
  }

  /** From now on scrapes tell what waits in the databases and in the log of these services. Once per process. */
  watch(services: WatchedServices): void {
    serviceMetrics(this.registry, services, this.limits);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
