import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLocalJWKSet } from 'jose';
import { DemoMailbox } from '../channels/demo-mailbox.js';
import type { TextMessages } from '../channels/text-messages.js';
import { newId } from '../config/new-id.js';
import { describeEvent, fact, type EventClass, type Fields } from '../contracts/event-contract.js';
import type { Authenticator } from '../http/access/access-control.js';
import { createHttpApplication } from '../http/application/create-http-application.js';
import { openServiceRuntime, wholeSchema } from '../http/service/open-service-runtime.js';
import type { ServiceDefinition } from '../http/service/service-definition.js';
import { wholePolicies, WholeServiceModule } from '../http/service/whole-service.js';
import { EventServer } from '../messaging/dispatcher/event-server.js';
import { LocalLog } from '../messaging/local-log/local-log.js';
import { OutboxRow } from '../messaging/outbox/outbox-row.entity.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';
import { AccessTokenSigner } from '../security/access-token-signer.js';
import { PeopleSeal } from '../security/people-seal.js';
import type { Role } from '../security/principal.js';
import type { RoutePolicies } from '../security/route-policies.js';
import { generateSigningKey } from '../security/signing-key.js';
import { TokenAuthenticator } from '../security/token-authenticator.js';
import { eventually } from './eventually.js';
import { FakeClock } from './fake-clock.js';
import { temporaryFolder } from './temporary-folder.js';
import { rowsOf, testDatabase } from './test-database.js';
import { requestOver, type TestRequest, type TestResponse } from './test-http.js';

export interface TestService {
  readonly baseUrl: string;
  /** The folder of the log, and of the SQLite file unless the tests run on MySQL. */
  readonly folder: string;
  readonly runtime: ServiceRuntime;
  /** The bytes of all that it wrote: every file, write-ahead logs included, and on MySQL every row. */
  stored(): Promise<Buffer>;
  readonly clock: FakeClock;
  readonly mailbox: DemoMailbox;
  readonly peopleSeal: PeopleSeal;
  request<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options?: TestRequest,
  ): Promise<TestResponse<Body>>;
  citizenToken(personId?: string): Promise<string>;
  staffToken(options: { roles: Role[]; branchIds?: string[]; accountId?: string }): Promise<string>;
  /** Delivers an event as from the bus, and resolves when every consumer has dealt with it or set it aside. */
  receive<T extends object>(
    contract: EventClass<T>,
    fields: Fields<T>,
    envelope: { aggregateId: string; version?: number; sequence?: number; eventId?: string },
  ): Promise<void>;
  /** The facts of one kind this service has announced, in order. */
  emitted<T extends object>(contract: EventClass<T>): Promise<T[]>;
  /** What consumers reported as failed. */
  readonly consumerErrors: unknown[];
  close(): Promise<void>;
}

/**
 * One service alone, as in a process of its own: real HTTP on a free port, a database of its own, its
 * consumers on a log of its own. The clock stands still until it is advanced.
 */
export async function startTestService(
  definition: ServiceDefinition,
  options: {
    startAt?: string;
    textMessages?: TextMessages;
    /** What another run left behind, to start on again; it stays when the service is closed. */
    folder?: string;
    /** Of the pool, on MySQL: what a database url takes behind its question mark. */
    databaseLimits?: string;
    /** What a composition root would add. */
    routes?: { policies: RoutePolicies; add(http: NestFastifyApplication, authenticator: Authenticator): void };
  } = {},
): Promise<TestService> {
  const folder = options.folder ? { path: options.folder, remove: () => undefined } : temporaryFolder();
  const clock = new FakeClock(options.startAt ?? '2026-11-23T08:00:00.000Z');
  const mailbox = new DemoMailbox(clock);
  const peopleSeal = new PeopleSeal(Buffer.alloc(32, 2));
  const accessTokens = new AccessTokenSigner(await generateSigningKey(), clock);
  const kept = options.folder !== undefined;
  const database = await testDatabase(definition.name, wholeSchema(definition), folder.path, kept);
  const runtime = await openServiceRuntime(definition, {
    databaseUrl: options.databaseLimits ? withLimits(database.url, options.databaseLimits) : database.url,
    masterKey: Buffer.alloc(32, 1),
    clock,
  });
  const bus = LocalLog.open(join(folder.path, 'log.sqlite'));
  const consumerErrors: unknown[] = [];
  const eventServer = new EventServer({ bus, runtimes: [runtime], onError: (error) => consumerErrors.push(error) });
  const authenticator = new TokenAuthenticator({
    keys: createLocalJWKSet(accessTokens.publicKeySet()),
    clock,
    sessions: definition.sessions?.(runtime),
  });
  const app = await createHttpApplication({
    module: WholeServiceModule.of(
      definition,
      runtime,
      {
        textMessages: options.textMessages ?? mailbox.textMessages,
        demoMailbox: mailbox,
        peopleSeal,
        accessTokens,
      },
      eventServer,
    ),
    services: [{ basePath: definition.basePath, runtime, policies: wholePolicies(definition) }],
    policies: options.routes?.policies ?? {},
    authenticator,
    clock,
  });
  options.routes?.add(app, authenticator);
  app.connectMicroservice({ strategy: eventServer });
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  const baseUrl = await app.getUrl();
  const versions = new Map<string, number>();

  return {
    baseUrl,
    folder: folder.path,
    runtime,
    stored: async () => {
      const files = await readdir(folder.path);
      const contents = await Promise.all(files.map((file) => readFile(join(folder.path, file))));
      return Buffer.concat([...contents, await rowsOf(database.url)]);
    },
    clock,
    mailbox,
    peopleSeal,
    consumerErrors,
    request: (method, path, request) => requestOver(baseUrl, method, path, request),
    citizenToken: async (personId = newId()) => {
      const claims = {
        accountId: personId,
        sessionId: newId(),
        kind: 'citizen',
        roles: ['citizen'],
        branchIds: [],
      } as const;
      return (await accessTokens.sign(claims)).token;
    },
    staffToken: async ({ roles, branchIds = [], accountId = newId() }) =>
      (await accessTokens.sign({ accountId, sessionId: newId(), kind: 'staff', roles, branchIds })).token,
    receive: async (contract, fields, { aggregateId, version, sequence = 0, eventId = newId() }) => {
      const { type, topic } = describeEvent(contract);
      const nextVersion = version ?? (versions.get(aggregateId) ?? 0) + 1;
      versions.set(aggregateId, nextVersion);
      await bus.publish([
        {
          topic,
          key: aggregateId,
          headers: {
            ce_id: eventId,
            ce_type: type,
            ce_time: clock.now().toISOString(),
            aggregateversion: String(nextVersion),
            sequence: String(sequence),
          },
          body: JSON.stringify(fields),
        },
      ]);
      await eventually(async () => {
        if ((await eventServer.lag(definition.name)) > 0) throw new Error(`${type} was not handled in time`);
      });
    },
    emitted: async (contract) => {
      const rows = await runtime.reads.manager.find(OutboxRow, {
        where: { type: describeEvent(contract).type },
        order: { id: 'ASC' },
      });
      return rows.map(({ payload }) => fact(contract, JSON.parse(payload) as Fields<InstanceType<typeof contract>>));
    },
    close: async () => {
      await app.close();
      await bus.close();
      await runtime.close();
      await database.release();
      folder.remove();
    },
  };
}

const withLimits = (url: string, limits: string): string =>
  url.startsWith('mysql:') ? Object.assign(new URL(url), { search: limits }).href : url;
