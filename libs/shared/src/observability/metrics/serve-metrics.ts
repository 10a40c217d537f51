import { fastify, type FastifyInstance } from 'fastify';
import type { ProcessMetrics } from './process-metrics.js';

/** The route that `addMetricsRoute` adds; the composition root makes it public. */
export const metricsRoute = 'GET /metrics';

/** `GET /metrics` on a server that exists. It takes no token: keep the port, or the path, from the world. */
export function addMetricsRoute(server: FastifyInstance, metrics: ProcessMetrics): void {
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

export interface MetricsServer {
  /** `http://host:port/metrics` */
  readonly url: string;
  close(): Promise<void>;
}

/** The metrics on a port of their own; 0 takes a free one. */
export async function serveMetrics(
  metrics: ProcessMetrics,
  { host, port }: { host: string; port: number },
): Promise<MetricsServer> {
  const server = fastify();
  addMetricsRoute(server, metrics);
  const address = await server.listen({ host, port });
  return { url: `${address}/metrics`, close: () => server.close() };
}
