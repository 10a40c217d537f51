import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { gatewayService } from '@sanxian/gateway/module';
import type { Clock } from '@sanxian/shared/config';
import {
  createHttpApplication,
  healthPolicies,
  openApiRoutes,
  ReadinessChecks,
  serveOpenApi,
  whereItHappened,
  type ServicePorts,
} from '@sanxian/shared/http';
import { EventServer, Relay } from '@sanxian/shared/messaging';
import { TokenAuthenticator, type RoutePolicies } from '@sanxian/shared/security';
import { createLocalJWKSet } from 'jose';
import { housekeeping } from './housekeeping.js';
import { wholeOpenApi } from './open-api.js';
import type { OpenServices } from './open-services.js';
import { StandaloneModule } from './standalone.module.js';
import type { StartPageFacts } from './start-page/start-page.js';

const logger = new Logger('Sanxian');
const policies: RoutePolicies = {
  ...healthPolicies,
  ...Object.fromEntries(['GET /', ...openApiRoutes].map((route) => [route, 'public'])),
};

export interface Application {
  readonly http: NestFastifyApplication;
  /** Requests first, then consumers, relays and housekeeping. */
  close(): Promise<void>;
}

/** Wires HTTP, consumers and relays of all services into one process; everything runs but the port is not open yet. */
export async function createApplication(parts: {
  services: OpenServices;
  ports: ServicePorts;
  clock: Clock;
  startPage: StartPageFacts;
}): Promise<Application> {
  const { services, ports, clock } = parts;
  const runtimes = services.all.map(({ runtime }) => runtime);
  const http = await createHttpApplication({
    module: StandaloneModule.register(services, ports, parts.startPage, readiness(services)),
    services: services.all.map(({ definition, runtime }) => ({ ...definition, runtime })),
    policies,
    authenticator: new TokenAuthenticator({
      keys: createLocalJWKSet(ports.accessTokens.publicKeySet()),
      clock,
      sessions: gatewayService.sessions?.(services.runtimeOf('gateway')),
    }),
    clock,
  });
  serveOpenApi(http, wholeOpenApi());
  http.connectMicroservice({ strategy: new EventServer({ bus: services.log, runtimes, onError: report }) });
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
        runtime,
        bus: services.log,
        owner: 'standalone',
        onError: (error) => report(error, `${runtime.name}/relay`),
      }),
  );
  const cleaning = housekeeping(runtimes, services.log, (error) => report(error, 'housekeeping'));
  for (const task of [...relays, cleaning]) task.start();
  return {
    http,
    close: async () => {
      await http.close();
      for (const task of [...relays, cleaning]) await task.stop();
    },
  };
}

/** Ready means: every service answers from its database. */
function readiness(services: OpenServices): ReadinessChecks {
  return new ReadinessChecks(
    services.all.map(({ runtime }) => ({
      name: `${runtime.name}-database`,
      reason: async () => {
        await runtime.reads.manager.query('SELECT 1');
        return undefined;
      },
    })),
  );
}

/** Errors of handlers and workers: name and stack, never what they worked on. */
function report(error: unknown, where: string): void {
  logger.error(`${where} ${whereItHappened(error)}`);
}
