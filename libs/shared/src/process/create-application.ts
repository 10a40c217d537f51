import { Logger, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Clock } from '../config/clock.js';
import type { Authenticator } from '../http/access/access-control.js';
import { createHttpApplication } from '../http/application/create-http-application.js';
import type { ServerLimits } from '../http/application/server-options.js';
import { consumerCheck } from '../http/health/consumer-check.js';
import { databaseCheck } from '../http/health/database-check.js';
import { Draining } from '../http/health/draining.js';
import { HealthModule, healthPolicies } from '../http/health/health.module.js';
import { ReadinessChecks, type ReadinessCheck } from '../http/health/readiness-checks.js';
import { openApiRoutes, serveOpenApi } from '../http/open-api/serve-open-api.js';
import { whereItHappened } from '../http/problems/write-problem.js';
import type { ServiceDefinition, ServicePorts } from '../http/service/service-definition.js';
import { wholePolicies, WholeServiceModule } from '../http/service/whole-service.js';
import { EventServer } from '../messaging/dispatcher/event-server.js';
import type { EventBus } from '../messaging/event-bus.js';
import { Relay } from '../messaging/relay/relay.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';
import { ProcessMetrics } from '../observability/metrics/process-metrics.js';
import { addMetricsRoute, metricsRoute } from '../observability/metrics/serve-metrics.js';
import type { Observation } from '../observability/observation.js';
import { publicRoutes, type RoutePolicies } from '../security/route-policies.js';
import { housekeeping } from './housekeeping.js';

const logger = new Logger('Sanxian');

export interface RunningService {
  readonly definition: ServiceDefinition;
  readonly runtime: ServiceRuntime;
}

export interface ApplicationParts extends ServerLimits {
  /** One in a process of split mode, all four in the standalone edition. */
  readonly services: readonly RunningService[];
  readonly ports: ServicePorts;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  /** Names this process among all that may run the same services. */
  readonly owner: string;
  readonly openApi: () => OpenAPIObject | Promise<OpenAPIObject>;
  /** What only this composition root has: more modules and routes, and who may call them. */
  readonly modules?: readonly DynamicModule[];
  readonly addRoutes?: (http: NestFastifyApplication) => void;
  readonly policies?: RoutePolicies;
  /** Metrics on the public port and nothing else unless told. */
  readonly observation?: Observation;
  /** How long readiness says `draining` before the port closes; not at all unless told. */
  readonly drainMilliseconds?: number;
  /** Once an hour, beside what every service forgets. */
  readonly alsoForget?: () => void;
}

export interface Application {
  readonly http: NestFastifyApplication;
  /** Readiness first, then requests, then consumers, relays and housekeeping. */
  close(): Promise<void>;
}

/** Wires HTTP, consumers and relays of the services into one process; everything runs but the port is not open yet. */
export async function createApplication(parts: ApplicationParts): Promise<Application> {
  const { services, bus } = parts;
  const runtimes = services.map(({ runtime }) => runtime);
  const {
    metrics,
    tracer,
    logger: processLogger,
    requestObservers = [],
    metricsElsewhere,
  } = parts.observation ?? {
    metrics: new ProcessMetrics(),
  };
  const watch = { observer: metrics.messaging, tracer };
  const eventServer = new EventServer({ bus, runtimes, onError: report, ...watch });
  metrics.watch({ runtimes, eventServer });
  const draining = new Draining();
  const readiness = new ReadinessChecks([draining, ...services.flatMap((service) => checksOf(service, eventServer))]);
  const http = await createHttpApplication({
    ...parts,
    tracer,
    logger: processLogger,
    requestObservers: [metrics.requests, ...requestObservers],
    module: ProcessModule.of(parts, readiness, eventServer),
    services: services.map(({ definition, runtime }) => ({
      ...definition,
      runtime,
      policies: wholePolicies(definition),
    })),
    policies: {
      ...healthPolicies,
      ...publicRoutes([...openApiRoutes, ...(metricsElsewhere ? [] : [metricsRoute])]),
      ...parts.policies,
    },
  });
  if (!metricsElsewhere) addMetricsRoute(http.getHttpAdapter().getInstance(), metrics);
  serveOpenApi(http, parts.openApi);
  parts.addRoutes?.(http);
  http.connectMicroservice({ strategy: eventServer });
  try {
    await http.startAllMicroservices();
    await http.init();
  } catch (error) {
    await http.close();
    throw error;
  }
  const relays = runtimes.map(
    (runtime) =>
      new Relay({
        ...watch,
        runtime,
        bus,
        owner: parts.owner,
        onError: (error) => report(error, `${runtime.name}/relay`),
      }),
  );
  const cleaning = housekeeping(runtimes, parts.alsoForget, (error) => report(error, 'housekeeping'));
  for (const task of [...relays, cleaning]) task.start();
  return {
    http,
    close: async () => {
      await draining.begin(parts.drainMilliseconds ?? 0);
      await http.close();
      for (const task of [...relays, cleaning]) await task.stop();
      await tracer?.close();
    },
  };
}

@Module({})
class ProcessModule {
  static of(
    { services, ports, modules = [] }: ApplicationParts,
    readiness: ReadinessChecks,
    eventServer: EventServer,
  ): DynamicModule {
    return {
      module: ProcessModule,
      imports: [
        HealthModule.with(readiness),
        ...services.map(({ definition, runtime }) => WholeServiceModule.of(definition, runtime, ports, eventServer)),
        ...modules,
      ],
    };
  }
}

function checksOf({ definition, runtime }: RunningService, eventServer: EventServer): ReadinessCheck[] {
  const database = databaseCheck(runtime);
  return definition.readyWithoutEvents ? [database] : [database, consumerCheck(eventServer, runtime)];
}

/** Errors of handlers and workers: name and stack, never what they worked on. */
function report(error: unknown, where: string): void {
  logger.error(`${where} ${whereItHappened(error)}`);
}
