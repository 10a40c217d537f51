import { Counter, Gauge, type Registry } from 'prom-client';
import type { ServiceName } from '../../config/service-name.js';
import type { EventServer } from '../../messaging/dispatcher/event-server.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import { CachedReading, type ReadingLimits } from './cached-reading.js';
import { readBacklog } from './read-backlog.js';

export interface WatchedServices {
  readonly runtimes: readonly ServiceRuntime[];
  readonly eventServer: Pick<EventServer, 'lag' | 'failure'>;
}

/** What a scrape may cost the database and the broker. */
export interface ScrapeLimits {
  readonly backlog: ReadingLimits;
  readonly lag: ReadingLimits;
}

export const usualLimits: ScrapeLimits = {
  backlog: { freshMilliseconds: 5_000, patienceMilliseconds: 1_000 },
  lag: { freshMilliseconds: 15_000, patienceMilliseconds: 2_000 },
};

type Sample = readonly [labels: Record<string, string>, value: number];

/**
 * What is read when somebody scrapes. A value that cannot be read in time is left out rather than made up, and counted in
 * `sanxian_readings_missed_total`.
 */
export function serviceMetrics(
  registry: Registry,
  { runtimes, eventServer }: WatchedServices,
  limits: ScrapeLimits,
): void {
  const registers = [registry];
  const missed = new Counter({
    name: 'sanxian_readings_missed_total',
    help: 'Values of a service that could not be read in time for a scrape',
    labelNames: ['service', 'reading'],
    registers,
  });
  const readings = <T>(reading: string, limits: ReadingLimits, read: (runtime: ServiceRuntime) => Promise<T>) => {
    const cached = runtimes.map((runtime) => [runtime.name, new CachedReading(() => read(runtime), limits)] as const);
    return async (samples: (service: ServiceName, value: T) => readonly Sample[]) => {
      const all = cached.map(async ([service, value]) => {
        const current = await value.current();
        if (current === undefined) missed.inc({ service, reading });
        return current === undefined ? [] : samples(service, current);
      });
      return (await Promise.all(all)).flat();
    };
  };
  const gauge = (name: string, help: string, labelNames: string[], read: () => Promise<readonly Sample[]>) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        const samples = await read();
        // Not before: two scrapes at a time would empty each other's.
        this.reset();
        for (const [labels, value] of samples) this.set(labels, value);
      },
    });

  const backlogs = readings('backlog', limits.backlog, readBacklog);
  gauge('sanxian_outbox_pending', 'Facts not yet on the bus; 100000 stands for that many or more', ['service'], () =>
    backlogs((service, { outboxPending }) => [[{ service }, outboxPending]]),
  );
  gauge('sanxian_outbox_oldest_age_seconds', 'Age of the oldest fact not yet on the bus', ['service'], () =>
    backlogs((service, { outboxOldestAgeSeconds }) => [[{ service }, outboxOldestAgeSeconds]]),
  );
  gauge('sanxian_held_messages', 'Events a consumer could not handle', ['service', 'consumer', 'state'], () =>
    backlogs((service, { held }) =>
      held.map(({ consumer, state, messages }) => [{ service, consumer, state }, messages] as const),
    ),
  );
  const lags = readings('lag', limits.lag, ({ name }) => eventServer.lag(name));
  gauge('sanxian_consumer_lag', 'Events waiting for a service in the log', ['service'], () =>
    lags((service, lag) => [[{ service }, lag]]),
  );
  gauge('sanxian_consumer_failed', '1 while a service gets no events', ['service'], async () =>
    runtimes.map(({ name: service }) => [{ service }, eventServer.failure(service) === undefined ? 0 : 1] as const),
  );
  gauge('sanxian_database_connections', 'At work and waited for', ['service', 'state'], async () =>
    runtimes.flatMap((runtime): Sample[] => {
      const { inUse, waiting } = runtime.load();
      const service = runtime.name;
      return [
        [{ service, state: 'in-use' }, inUse],
        [{ service, state: 'waiting' }, waiting],
      ];
    }),
  );
}
