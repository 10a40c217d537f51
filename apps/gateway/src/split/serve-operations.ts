import type { DemoMailbox } from '@sanxian/shared/channels';
import { addMetricsRoute, type ProcessMetrics } from '@sanxian/shared/observability';
import { fastify, type FastifyInstance } from 'fastify';
import { receiveDemoTexts } from './receive-demo-texts.js';

/** The port that ops and the other processes reach, and the world does not. */
export async function serveOperations(
  { HOST, OPS_PORT, SMS_WEBHOOK_SECRET }: { HOST: string; OPS_PORT: number; SMS_WEBHOOK_SECRET?: string },
  { metrics, demoMailbox }: { metrics: ProcessMetrics; demoMailbox?: DemoMailbox },
): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: 102_400 });
  addMetricsRoute(server, metrics);
  if (demoMailbox && SMS_WEBHOOK_SECRET) receiveDemoTexts(server, demoMailbox, SMS_WEBHOOK_SECRET);
  await server.listen({ host: HOST, port: OPS_PORT });
  return server;
}
