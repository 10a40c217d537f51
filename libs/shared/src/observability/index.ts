export { ProcessMetrics } from './metrics/process-metrics.js';
export { addMetricsRoute, metricsRoute, serveMetrics, type MetricsServer } from './metrics/serve-metrics.js';
export { observationShape, observe, type ObservationEnvironment } from './observe.js';
export type { Observation } from './observation.js';
export type { WatchedServices } from './metrics/service-metrics.js';
