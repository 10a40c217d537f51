import { Logger, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Clock } from '../config/clock.js';
import type { Authenticator } from '../http/access/access-control.js';
import { createHttpApplication } from '../http/application/create-http-application.js';
import type { ServerLimits } from '../http/application/server-options.js';
import { HealthModule, healthPolicies } from '../http/health/health.module.js';
import { ReadinessChecks, type ReadinessCheck } from '../http/health/readiness-checks.js';
import { openApiRoutes, serveOpenApi } from '../http/open-api/serve-open-api.js';
import { whereItHappened } from '../http/problems/write-problem.js';
import type { ServiceDefinition, ServicePorts } from '../http/service/service-definition.js';
import { EventServer } from '../messaging/dispatcher/event-server.js';
import type { EventBus } from '../messaging/event-bus.js';
import { Relay } from '../messaging/relay/relay.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';
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
  /** Once an hour, beside what every service forgets. */
  readonly alsoForget?: () => void;
}

export interface Application {
  readonly http: NestFastifyApplication;
  /** Requests first, then consumers, relays and housekeeping. */
  close(): Promise<void>;
}

/** Wires HTTP, consumers and relays of the services into one process; everything runs but the port is not open yet. */
export async function createApplication(parts: ApplicationParts): Promise<Application> {
  const { services, bus } = parts;
  const runtimes = services.map(({ runtime }) => runtime);
  const http = await createHttpApplication({
    ...parts,
    module: ProcessModule.of(parts),
    services: services.map(({ definition, runtime }) => ({ ...definition, runtime })),
    policies: { ...healthPolicies, ...publicRoutes(openApiRoutes), ...parts.policies },
  });
  serveOpenApi(http, parts.openApi);
  parts.addRoutes?.(http);
  http.connectMicroservice({ strategy: new EventServer({ bus, runtimes, onError: report }) });
  try {
    await http.startAllMicroservices();
    await http.init();
  } catch (error) {
    await http.close();
    throw error;
  }
  const relays = runtimes.map(
    (runtime) =>
      new Relay({ runtime, bus, owner: parts.owner, onError: (error) => report(error, `${runtime.name}/relay`) }),
  );
  const cleaning = housekeeping(runtimes, parts.alsoForget, (error) => report(error, 'housekeeping'));
  for (const task of [...relays, cleaning]) task.start();
  return {
    http,
    close: async () => {
      await http.close();
      for (const task of [...relays, cleaning]) await task.stop();
    },
  };
}

@Module({})
class ProcessModule {
  static of({ services, ports, modules = [] }: ApplicationParts): DynamicModule {
    return {
      module: ProcessModule,
      imports: [
        HealthModule.with(new ReadinessChecks(services.map(databaseAnswers))),
        ...services.map(({ definition, runtime }) => definition.register(runtime, ports)),
        ...modules,
      ],
    };
  }
}

function databaseAnswers({ runtime }: RunningService): ReadinessCheck {
  return {
    name: `${runtime.name}-database`,
    reason: async () => {
      await runtime.reads.manager.query('SELECT 1');
      return undefined;
    },
  };
}

/** Errors of handlers and workers: name and stack, never what they worked on. */
function report(error: unknown, where: string): void {
  logger.error(`${where} ${whereItHappened(error)}`);
}
