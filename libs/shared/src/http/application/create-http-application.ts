import type { DynamicModule, LoggerService, LogLevel, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import type { Clock } from '../../config/clock.js';
import type { Tracer } from '../../config/tracer.js';
import type { RoutePolicies } from '../../security/route-policies.js';
import { AccessControl, type Authenticator } from '../access/access-control.js';
import { RouteTable } from '../access/route-table.js';
import { Idempotency } from '../idempotency/idempotency.interceptor.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { InputPipe } from '../validation/input.pipe.js';
import { UndeclaredInput } from '../validation/undeclared-input.guard.js';
import { AnswerHeaders } from '../versions/answer-headers.interceptor.js';
import type { HttpService } from './http-service.js';
import { acceptJsonOnly } from './json-body.js';
import { refuseWhenClosing } from './refuse-when-closing.js';
import { openRequests } from './open-requests.js';
import type { RequestObserver } from './request-observer.js';
import { type ServerLimits, serverOptions } from './server-options.js';

export interface HttpApplicationOptions extends ServerLimits {
  readonly module: Type | DynamicModule;
  readonly services: readonly HttpService[];
  /** Decisions about the routes the composition root adds by itself: health, documents, start page. */
  readonly policies: RoutePolicies;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  /** How long a repeated POST waits for the first one before 409; 10 s unless told. */
  readonly idempotencyWaitMilliseconds?: number;
  /** Spans of requests; only their ids unless told. */
  readonly tracer?: Tracer;
  readonly requestObservers?: readonly RequestObserver[];
  readonly logger?: LoggerService | LogLevel[] | false;
}

/**
 * The HTTP side of a process, ready to listen: one Fastify server, the modules' controllers, and everything that is the same for
 * all of them. Routes may still be added; when it starts to listen, each needs a policy and each policy a route.
 */
export async function createHttpApplication(options: HttpApplicationOptions): Promise<NestFastifyApplication> {
  const server = fastify(serverOptions(options));
  const access = new AccessControl(
    [options.policies, ...options.services.map(({ policies }) => policies)],
    options.authenticator,
  );
  new RouteTable().watch(server, access.decided);
  openRequests(server, options);
  refuseWhenClosing(server);
  access.guard(server);
  acceptJsonOnly(server);
  const app = await NestFactory.create<NestFastifyApplication>(options.module, new FastifyAdapter(server), {
    bodyParser: false,
    abortOnError: false,
    logger: options.logger ?? ['error', 'warn'],
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new UndeclaredInput());
  app.useGlobalPipes(new InputPipe());
  // The outer one stores the answer, so the inner ones complete it first.
  app.useGlobalInterceptors(new Idempotency(options), new AnswerHeaders());
  return app;
}
