import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { IsInt } from 'class-validator';
import { join } from 'node:path';
import { newId } from '../config/new-id.js';
import { EventContract, fact } from '../contracts/event-contract.js';
import { Refusal } from '../contracts/refusal.js';
import { notesService } from '../http/notes.fixture.js';
import { commonProblems } from '../http/problems/common-problems.js';
import { openServiceRuntime, wholeSchema } from '../http/service/open-service-runtime.js';
import type { ServiceDefinition } from '../http/service/service-definition.js';
import type { BusMessage } from '../messaging/bus-message.js';
import type { EventContext } from '../messaging/dispatcher/event-context.js';
import { Subscribe } from '../messaging/dispatcher/subscribe.decorator.js';
import { EventBus, type Subscription, type SubscriptionRequest } from '../messaging/event-bus.js';
import { LocalLog } from '../messaging/local-log/local-log.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';
import { ProcessMetrics } from '../observability/metrics/process-metrics.js';
import { serveMetrics } from '../observability/metrics/serve-metrics.js';
import { PeopleSeal } from '../security/people-seal.js';
import { eventually } from '../testing/eventually.js';
import { FakeClock } from '../testing/fake-clock.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApplication, type Application, type ApplicationParts } from './create-application.js';

@EventContract({ type: 'donations.weighed.v1', topic: 'sanxian.donations', aggregate: 'scale' })
class Weighed {
  static readonly example = { grams: 1 };

  @IsInt()
  grams!: number;
}

@Controller()
class RecordWeight {
  @Subscribe(Weighed, { consumer: 'donations/record-weight' })
  async handle({ grams }: Weighed, _context: EventContext): Promise<void> {
    if (grams === 0) throw new Refusal(commonProblems.forbidden);
    if (grams < 0) throw new Error('phone 13800000000');
  }
}

@Module({})
class WeighingModule {}

const service: ServiceDefinition = {
  ...notesService,
  register: (runtime, ports) => ({
    module: WeighingModule,
    imports: [notesService.register(runtime, ports)],
    controllers: [RecordWeight],
  }),
};

/** The real log, which can be cut off. */
class CuttableLog extends EventBus {
  cut = false;
  failure: string | undefined;

  constructor(private readonly log: LocalLog) {
    super();
  }

  publish(batch: readonly BusMessage[]): Promise<void> {
    return this.cut ? Promise.reject(new Error('no broker')) : this.log.publish(batch);
  }

  async subscribe(request: SubscriptionRequest): Promise<Subscription> {
    const subscription = await this.log.subscribe(request);
    return Object.assign(subscription, { failure: () => this.failure });
  }

  close(): Promise<void> {
    return this.log.close();
  }
}

describe('a process in operation', () => {
  const folder = temporaryFolder();
  let clock: FakeClock;
  let bus: CuttableLog;
  let place: TestDatabase;
  let runtime: ServiceRuntime;
  let application: Application | undefined;
  let url: string;

  beforeEach(async () => {
    clock = new FakeClock('2026-11-23T08:00:00.000Z');
    bus = new CuttableLog(LocalLog.open(join(folder.path, `${newId()}.sqlite`)));
    place = await testDatabase(newId(), wholeSchema(service), folder.path);
    runtime = await openServiceRuntime(service, { databaseUrl: place.url, masterKey: Buffer.alloc(32, 1), clock });
  });

  afterEach(async () => {
    await application?.close();
    application = undefined;
    await bus.close();
    await runtime.close();
    await place.release();
  });

  async function start(parts: Partial<ApplicationParts> = {}, definition = service) {
    application = await createApplication({
      services: [{ definition, runtime }],
      ports: { textMessages: { send: () => Promise.resolve() }, peopleSeal: new PeopleSeal(Buffer.alloc(32, 2)) },
      bus,
      clock,
      owner: 'test',
      authenticator: { authenticate: () => Promise.resolve(null) },
      openApi: () => ({ openapi: '3.0.0', info: { title: '', version: '' }, paths: {} }),
      ...parts,
    });
    await application.http.listen(0, '127.0.0.1');
    url = await application.http.getUrl();
  }

  const weigh = (...grams: number[]) =>
    runtime.unitOfWork.run((tx) =>
      tx.emit({ id: newId(), version: 1 }, ...grams.map((value) => fact(Weighed, { grams: value }))),
    );

  const scrape = async () => {
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return answer.text();
  };
  const sample = async (metric: string) =>
    Number(/ (.*)$/.exec((await scrape()).split('\n').find((line) => line.startsWith(`${metric} `)) ?? '')?.[1]);
  const becomes = (metric: string, value: number) => eventually(async () => expect(await sample(metric)).toBe(value));

  const ready = async () => {
    const answer = await fetch(`${url}/health/ready`);
    const { errors = [] } = (await answer.json()) as { errors?: { path: string; message: string }[] };
    return { status: answer.status, missing: errors.map(({ path, message }) => `${path}: ${message}`) };
  };

  it('shows the age of an outbox that is stuck, and that it runs again', async () => {
    await start({ observation: readAtOnce() });
    bus.cut = true;
    await weigh(1, 2);
    clock.advance({ seconds: 90 });
    await becomes('sanxian_outbox_pending{service="donations"}', 2);
    expect(await sample('sanxian_outbox_oldest_age_seconds{service="donations"}')).toBe(90);
    expect((await ready()).status).toBe(200);
    bus.cut = false;
    await becomes('sanxian_outbox_pending{service="donations"}', 0);
    await becomes('sanxian_outbox_oldest_age_seconds{service="donations"}', 0);
    expect(await sample('sanxian_published_total{service="donations"}')).toBe(2);
    await becomes('sanxian_consumer_lag{service="donations"}', 0);
    expect(await sample('sanxian_handler_seconds_count{consumer="donations/record-weight"}')).toBe(2);
  });

  it('shows what a consumer could not handle, and what came twice', async () => {
    await start({ observation: readAtOnce() });
    const held = (state: string) =>
      `sanxian_held_messages{service="donations",consumer="donations/record-weight",state="${state}"}`;
    await weigh(-1);
    await becomes(held('waiting'), 1);
    expect(await scrape()).not.toContain('state="dead"');
    await weigh(0);
    await becomes(held('dead'), 1);
    // Each was tried twice.
    expect(await sample('sanxian_handler_failures_total{consumer="donations/record-weight"}')).toBe(4);
    await weigh(1);
    await becomes('sanxian_handler_seconds_count{consumer="donations/record-weight"}', 5);
    await becomes('sanxian_outbox_pending{service="donations"}', 0);
    // As after a crash between sending and marking.
    await runtime.unitOfWork.run(({ manager }) => manager.query('UPDATE outbox SET published_at = NULL'));
    await weigh(2);
    await becomes('sanxian_inbox_duplicates_total{consumer="donations/record-weight"}', 1);
    await runtime.unitOfWork.run(({ manager }) => manager.query('DELETE FROM held_messages'));
    // A line that is no longer true must not stay.
    await eventually(async () => expect(await scrape()).not.toContain('sanxian_held_messages{'));
    expect(await scrape()).not.toContain('13800000000');
  });

  it('counts requests by route pattern, and gives away no address', async () => {
    await start();
    const id = newId();
    for (const path of [`/api/v1/notes/${id}`, `/api/v1/${id}?phone=13800000000`]) {
      await fetch(`${url}${path}`, { method: 'PUT' });
    }
    await fetch(`${url}/api/v1/notes/language`);
    const count = (labels: string) => `sanxian_http_request_seconds_count{${labels}}`;
    await becomes(count('method="PUT",route="/api/v1/notes/:id",status="4xx"'), 1);
    await becomes(count('method="PUT",route="(none)",status="4xx"'), 1);
    await becomes(count('method="GET",route="/api/v1/notes/language",status="2xx"'), 1);
    // The scrape itself.
    expect(await sample('sanxian_http_requests_in_flight')).toBe(1);
    expect(await scrape()).not.toMatch(new RegExp(`${id}|13800000000`));
  });

  it('tells of the process: memory, event loop, connections', async () => {
    await start();
    const names = ['sanxian_process_resident_memory_bytes', 'sanxian_nodejs_eventloop_lag_p99_seconds'];
    for (const name of names) expect(await sample(name)).toBeGreaterThan(0);
    expect(await sample('sanxian_database_connections{service="donations",state="waiting"}')).toBe(0);
  });

  it('does not let a scrape wait for a database that hangs, and asks it once', async () => {
    let asked = 0;
    runtime.reads.manager.findOne = () => {
      asked += 1;
      return new Promise(() => undefined);
    };
    await start({ observation: readAtOnce(50) });
    for (let scrapes = 0; scrapes < 3; scrapes += 1) {
      const started = performance.now();
      expect(await scrape()).not.toContain('sanxian_outbox_pending{');
      expect(performance.now() - started).toBeLessThan(1_000);
    }
    expect(asked).toBe(1);
    expect(await sample('sanxian_readings_missed_total{service="donations",reading="backlog"}')).toBeGreaterThan(0);
  });

  it('serves the metrics on a port of their own, and none on the public one', async () => {
    const metrics = new ProcessMetrics();
    await start({ observation: { metrics, metricsElsewhere: true } });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
    const answer = await (await fetch(server.url)).text();
    await server.close();
    expect(answer).toContain('sanxian_outbox_pending{service="donations"} 0');
  });

  it('is not ready while its consumer gets nothing, unless it does not need to', async () => {
    await start({ observation: readAtOnce() });
    expect(await ready()).toEqual({ status: 200, missing: [] });
    bus.failure = 'crashed: KafkaJSConnectionError';
    expect(await ready()).toEqual({
      status: 503,
      missing: ['donations-consumer: crashed: KafkaJSConnectionError'],
    });
    expect(await sample('sanxian_consumer_failed{service="donations"}')).toBe(1);
    await application?.close();
    await start({}, { ...service, readyWithoutEvents: true });
    expect(await ready()).toEqual({ status: 200, missing: [] });
  });

  it('is not ready while the database lacks a migration, and when it is gone', async () => {
    await runtime.unitOfWork.run(({ manager }) =>
      manager.query("UPDATE migrations SET name = 'gone' WHERE name = 'CreateNotes1764000000000'"),
    );
    await start();
    expect(await ready()).toEqual({ status: 503, missing: ['donations-database: 1 migrations pending'] });
    await runtime.unitOfWork.run(({ manager }) =>
      manager.query("UPDATE migrations SET name = 'CreateNotes1764000000000' WHERE name = 'gone'"),
    );
    expect(await ready()).toEqual({ status: 200, missing: [] });
  });

  it('says that it drains before it refuses anything', async () => {
    await start({ drainMilliseconds: 300 });
    const closing = application!.close();
    expect(await ready()).toEqual({ status: 503, missing: ['process: draining'] });
    expect((await fetch(`${url}/api/v1/notes/language`)).status).toBe(200);
    await closing;
    application = undefined;
    await expect(fetch(url)).rejects.toThrow();
  });
});

/** Without the seconds for which a value is given out again. */
function readAtOnce(patienceMilliseconds = 1_000) {
  const limits = { freshMilliseconds: 0, patienceMilliseconds };
  return { metrics: new ProcessMetrics({ backlog: limits, lag: limits }) };
}
