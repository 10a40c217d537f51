import { createRequire } from 'node:module';
import { z } from 'zod';
import { accessLog } from './logs/access-log.js';
import { ProcessLogger, type LogFormat } from './logs/process-logger.js';
import { ProcessMetrics } from './metrics/process-metrics.js';
import type { Observation } from './observation.js';

/** What a process takes from its environment to be observed. */
export const observationShape = (usualFormat: LogFormat) => ({
  /** `text` for people, `json` for collectors. */
  LOG_FORMAT: z.enum(['text', 'json']).default(usualFormat),
  /** Where traces go, for example http://localhost:4318. None are made unless it is set. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
});

export interface ObservationEnvironment {
  readonly LOG_FORMAT: LogFormat;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}

/** Metrics always, logs as asked for, traces where an endpoint is set: for `createApplication`. */
export async function observe(
  /** `standalone`, or the service that is alone in the process. */
  service: string,
  { LOG_FORMAT, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: ObservationEnvironment,
): Promise<Observation> {
  const logger = new ProcessLogger(service, LOG_FORMAT);
  return {
    metrics: new ProcessMetrics(),
    logger,
    requestObservers: LOG_FORMAT === 'json' ? [accessLog(logger)] : [],
    tracer: endpoint === undefined ? undefined : await openTelemetry(endpoint, service),
  };
}

/** Takes a fifth of a second to load, which nobody pays for who does not use it. */
async function openTelemetry(endpoint: string, service: string) {
  const { OpenTelemetryTracer } = await import('./tracing/open-telemetry-tracer.js');
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  return new OpenTelemetryTracer({ endpoint, service, version });
}
