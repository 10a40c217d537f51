import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Clock, SystemClock } from '../config/clock.js';
import { openServiceRuntime } from '../http/service/open-service-runtime.js';
import type { ServiceDefinition } from '../http/service/service-definition.js';
import { KafkaBus } from '../messaging/kafka/kafka-bus.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';
import type { Observation } from '../observability/observation.js';
import { observe } from '../observability/observe.js';
import { createApplication, type ApplicationParts } from '../process/create-application.js';
import { listen } from '../process/listen.js';
import { refuseForeignKey } from '../process/refuse-foreign-key.js';
import { StartRefused } from '../process/start-refused.js';
import { PeopleSeal } from '../security/people-seal.js';
import { readKeyFile } from '../security/secret-file.js';
import { isDemo } from './demo-mark.js';
import type { ProcessEnvironment } from './process-environment.js';

export interface RunningProcess {
  readonly url: string;
  /** Ends what was accepted, then everything else. */
  stop(): Promise<void>;
}

/** What one process of split mode stands on. */
export interface Foundation {
  readonly runtime: ServiceRuntime;
  readonly clock: Clock;
  readonly peopleSeal: PeopleSeal;
  /** The databases were filled with the demo city. */
  readonly demo: boolean;
  /** What the process is watched by, unless `serve` is told another. */
  readonly observation: Observation;
  serve(parts: Omit<ApplicationParts, 'services' | 'bus' | 'clock' | 'owner'>): Promise<RunningProcess>;
  close(): Promise<void>;
}

/**
 * Opens a service's database and the way to Kafka.
 * @throws StartRefused in production on demo data, and on data sealed under another master key
 */
export async function openFoundation(
  definition: ServiceDefinition,
  environment: ProcessEnvironment,
): Promise<Foundation> {
  const clock = new SystemClock();
  const owner = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const peopleSeal = new PeopleSeal(await readKeyFile(environment.PEOPLE_KEY_FILE));
  const masterKey = await readKeyFile(environment.MASTER_KEY_FILE);
  const runtime = await openServiceRuntime(definition, { databaseUrl: environment.databaseUrl, masterKey, clock });
  const demo = await isDemo(runtime);
  try {
    await refuseForeignKey(runtime);
    refuseDemoInProduction(definition, environment, demo);
  } catch (error) {
    await runtime.close();
    throw error;
  }
  const bus = KafkaBus.open({
    brokers: environment.KAFKA_BROKERS,
    prefix: environment.KAFKA_PREFIX,
    clientId: `sanxian-${definition.name}`,
    sessionTimeoutMilliseconds: environment.KAFKA_SESSION_SECONDS * 1_000,
  });
  const observation = await observe(definition.name, environment);
  const close = async () => {
    await bus.close();
    await runtime.close();
  };
  return {
    runtime,
    clock,
    peopleSeal,
    demo,
    observation,
    close,
    serve: async (parts) => {
      const application = await createApplication({
        observation,
        drainMilliseconds: environment.DRAIN_SECONDS * 1_000,
        ...parts,
        services: [{ definition, runtime }],
        bus,
        clock,
        owner,
      });
      const stop = async () => {
        await application.close();
        await close();
      };
      try {
        return { url: await listen(application.http, environment), stop };
      } catch (error) {
        await application.close();
        throw error;
      }
    },
  };
}

function refuseDemoInProduction({ name }: ServiceDefinition, { NODE_ENV }: ProcessEnvironment, demo: boolean): void {
  if (!demo || NODE_ENV !== 'production') return;
  throw new StartRefused(`The database of ${name} holds demo data, which NODE_ENV=production refuses`, 78);
}
