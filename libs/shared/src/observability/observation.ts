import type { LoggerService } from '@nestjs/common';
import type { Tracer } from '../config/tracer.js';
import type { RequestObserver } from '../http/application/request-observer.js';
import type { ProcessMetrics } from './metrics/process-metrics.js';

/** What one process is measured, logged and traced by. */
export interface Observation {
  readonly metrics: ProcessMetrics;
  readonly logger?: LoggerService;
  /** Closed with the application. */
  readonly tracer?: Tracer & { close(): Promise<void> };
  /** Beside the metrics: the access log. */
  readonly requestObservers?: readonly RequestObserver[];
  /** The public port answers 404 to `/metrics`; the composition root serves them on another one. */
  readonly metricsElsewhere?: true;
}
