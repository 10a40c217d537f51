import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtEntry, freePort, ServerProcess } from '../process/server-process.js';

const services = ['donations', 'volunteers', 'notifications'] as const;

export type ProcessName = 'gateway' | (typeof services)[number];

export interface SplitOptions {
  /** Kafka and the databases: `KAFKA_BROKERS`, `GATEWAY_DB_URL` and so on, and whatever else every process is to have. */
  readonly infrastructure: Readonly<Record<string, string>>;
  /** Keys, and the accounts of the demo. */
  readonly folder: string;
  /** Of every service; one unless told. */
  readonly instances?: number;
  /** The gateway's; any free one unless told. */
  readonly port?: number;
  readonly host?: string;
  /** Empty databases become the demo city. */
  readonly demo: boolean;
  /** Of another version, built; this one unless told. */
  readonly checkout?: string;
  /** Where text messages go; the demo's mailbox unless told. */
  readonly textMessages?: Readonly<{ SMS_WEBHOOK_URL: string; SMS_WEBHOOK_SECRET: string }>;
}

/** The processes of split mode on this machine. */
export class SplitSystem {
  private constructor(
    readonly processes: Readonly<Record<ProcessName, readonly ServerProcess[]>>,
    /** Whether the databases are the demo city. */
    readonly demo: boolean,
    /** What the step before the start had to say. */
    readonly said: string,
    /** What every process is given. */
    readonly environment: Readonly<Record<string, string>>,
    private readonly options: SplitOptions,
    /** Every process's `/metrics`. */
    readonly metricsUrls: readonly string[],
  ) {}

  keyFile(name: 'master' | 'people' | 'signing'): string {
    return join(this.options.folder, 'split', `${name}.key`);
  }

  /** Makes topics, tables and keys, starts every process and waits until all are ready. */
  static async start(options: SplitOptions): Promise<SplitSystem> {
    const { folder, instances = 1 } = options;
    const own = join(folder, 'split');
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const count = Array.from({ length: instances }, (_, index) => index);
    const ports = Object.fromEntries(
      await Promise.all(services.map(async (name) => [name, await Promise.all(count.map(() => freePort()))] as const)),
    ) as Record<ProcessName, number[]>;
    const gatewayPorts = [
      options.port ?? (await freePort()),
      ...(await Promise.all(count.slice(1).map(() => freePort()))),
    ];
    const operationsPorts = await Promise.all(count.map(() => freePort()));
    const addresses = (name: (typeof services)[number]) =>
      ports[name].map((port) => `http://127.0.0.1:${port}`).join(',');
    const shared = {
      ...options.infrastructure,
      MASTER_KEY_FILE: join(own, 'master.key'),
      PEOPLE_KEY_FILE: join(own, 'people.key'),
      SIGNING_KEY_FILE: join(own, 'signing.key'),
      ...(options.textMessages ?? {
        SMS_WEBHOOK_URL: `http://127.0.0.1:${operationsPorts[0]}/demo/text-messages`,
        SMS_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
      }),
      DONATIONS_URL: addresses('donations'),
      VOLUNTEERS_URL: addresses('volunteers'),
      NOTIFICATIONS_URL: addresses('notifications'),
      JWKS_URL: `http://127.0.0.1:${gatewayPorts[0]}/.well-known/jwks.json`,
    };
    const url = `http://127.0.0.1:${gatewayPorts[0]}`;
    const said = await prepare({ ...shared, GATEWAY_URL: url, DEMO: options.demo ? 'city' : 'no' }, options.checkout);
    const prepared = /^Prepared: (.+)$/m.exec(said)?.[1];
    // What an earlier city in other databases had come to says nothing about this one.
    if (prepared === 'new demo') for (const file of progressFiles) rmSync(join(own, file), { force: true });
    const instance = (name: ProcessName, port: number, more: Record<string, string> = {}) =>
      ServerProcess.on(folder, {
        entry: builtEntry(`${name}/dist/main.js`, options.checkout),
        port,
        environment: { HOST: '127.0.0.1', ...shared, ...more },
      });
    const processes = {
      gateway: await Promise.all(
        gatewayPorts.map((port, index) =>
          instance('gateway', port, { HOST: options.host ?? '127.0.0.1', OPS_PORT: String(operationsPorts[index]) }),
        ),
      ),
      donations: await Promise.all(ports.donations.map((port) => instance('donations', port))),
      volunteers: await Promise.all(ports.volunteers.map((port) => instance('volunteers', port))),
      notifications: await Promise.all(ports.notifications.map((port) => instance('notifications', port))),
    };
    const system = new SplitSystem(processes, prepared !== 'own', said, shared, options, [
      ...operationsPorts.map((port) => `http://127.0.0.1:${port}/metrics`),
      ...services.flatMap((name) => processes[name].map(({ url }) => `${url}/metrics`)),
    ]);
    try {
      await Promise.all(system.all.map((process) => process.start({ withinMilliseconds: 60_000 })));
    } catch (error) {
      await system.stop();
      throw error;
    }
    return system;
  }

  get all(): readonly ServerProcess[] {
    return Object.values(this.processes).flat();
  }

  get url(): string {
    return this.processes.gateway[0]!.url;
  }

  /** The program that moves the demo's people in, running beside. */
  async fillDemo(size: 'city' | 'village'): Promise<void> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [builtEntry('standalone/dist/deploy/fill-demo.main.js')],
      {
        env: {
          ...process.env,
          ...this.environment,
          DEMO: size,
          GATEWAY_URL: this.url,
          SANXIAN_DATA_DIR: this.options.folder,
        },
      },
    );
    process.stdout.write(stdout);
  }

  /** Ends the gateways first, so that nobody is sent to a service that is gone. */
  async stop(): Promise<void> {
    const { gateway, ...others } = this.processes;
    await Promise.all(gateway.map((process) => process.stop()));
    await Promise.all(
      Object.values(others)
        .flat()
        .map((process) => process.stop()),
    );
  }
}

const progressFiles = ['demo.json', 'demo-progress', 'demo-seeded'];

/** The step before the start: topics, tables and keys of a version. @returns what it had to say */
export async function prepare(environment: Readonly<Record<string, string>>, checkout?: string): Promise<string> {
  const program = builtEntry('standalone/dist/deploy/prepare.main.js', checkout);
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, ...environment },
  });
  return stdout;
}
