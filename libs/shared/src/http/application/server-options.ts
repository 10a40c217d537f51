import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { nextTraceparent } from '../../config/trace-context.js';
import { answerClientError } from '../problems/client-error.js';
import { writeProblem } from '../problems/write-problem.js';
import { prepareAnswer } from './answer-preparation.js';
import { requestIdOf, traceparentIn } from './request-trace.js';

export interface ServerLimits {
  /** Largest body in bytes; 100 kB unless told. */
  readonly bodyLimit?: number;
  /** How long a request may take to arrive; 15 s unless told. Four times as long a connection may stay silent. */
  readonly arrivalMilliseconds?: number;
  /** How many proxies stand before us and may be believed about the client's address; none unless told. */
  readonly trustedProxyHops?: number;
}

export function serverOptions(limits: ServerLimits): FastifyHttpOptions<Server> {
  const arrival = limits.arrivalMilliseconds ?? 15_000;
  const trustedHops = limits.trustedProxyHops ?? 0;
  return {
    bodyLimit: limits.bodyLimit ?? 102_400,
    requestTimeout: arrival,
    connectionTimeout: 4 * arrival,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: arrival, connectionsCheckingInterval: Math.ceil(arrival / 10), maxHeaderSize: 16_384 },
    trustProxy: (_address, hop) => hop < trustedHops,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    // Class-validator looks at what comes in. Without compilers given, Fastify loads ajv at each start, for no schema at all.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    return503OnClosing: false,
    genReqId: (request) => requestIdOf(request.headers),
    // The router refuses before any hook runs.
    frameworkErrors: (error, request, reply) => {
      prepareAnswer(request, reply, nextTraceparent(traceparentIn(request.headers)));
      writeProblem(request, reply, error);
    },
    clientErrorHandler: answerClientError,
  };
}

function noSchemas(): never {
  throw new Error('Routes have no JSON schemas here: describe the input as a DTO');
}
