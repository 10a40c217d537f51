import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '@sanxian/shared/testing';

const ownCheckout = fileURLToPath(new URL('../../', import.meta.url));

/** A built entry file, by its place below apps/. */
export const builtEntry = (path: string, checkout = ownCheckout): string => join(checkout, 'apps', path);

/** The built entry file of the one-process edition. */
export const standaloneEntry = builtEntry('standalone/dist/main.js');

/** Characters; the planted-data test reads all of it. */
const mostOutput = 2_000_000;

export interface ServerProcessOptions {
  /** A module loaded before the server, to break something on purpose. */
  readonly preload?: string | undefined;
  readonly flags?: readonly string[];
  /** A program that runs the server, with its arguments. */
  readonly within?: readonly string[];
  /** The built entry file; the standalone edition's unless told. */
  readonly entry?: string;
  /** Beside what this process has. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly port?: number;
}

/** A built server on one folder and one port, which can be killed and started again. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly options: ServerProcessOptions,
  ) {}

  static async on(folder: string, options: ServerProcessOptions = {}): Promise<ServerProcess> {
    return new ServerProcess(folder, options.port ?? (await freePort()), options);
  }

  /** Another program in its place, not started yet. */
  replacedBy(entry: string): ServerProcess {
    return new ServerProcess(this.folder, this.port, { ...this.options, entry });
  }

  get processId(): number {
    if (!this.child?.pid) throw new Error('The server is not running');
    return this.child.pid;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @returns milliseconds until it was ready */
  async start({ withinMilliseconds = 20_000 } = {}): Promise<number> {
    const started = performance.now();
    const { preload, flags = [], within = [], entry = standaloneEntry, environment = {} } = this.options;
    const command = [...within, process.execPath, ...(preload ? ['--import', preload] : []), entry, ...flags];
    const child = spawn(command[0]!, command.slice(1), {
      env: { ...process.env, PORT: String(this.port), SANXIAN_DATA_DIR: this.folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-mostOutput)));
    }
    await eventually(
      async () => {
        if (hasEnded(child)) return;
        const response = await fetch(`${this.url}/health/ready`);
        if (!response.ok) throw new Error(`not ready: ${response.status}`);
      },
      { withinMilliseconds },
    );
    if (hasEnded(child))
      throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}:\n${this.output}`);
    return performance.now() - started;
  }

  /** What power failure and out-of-memory look like to a process. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** @throws Error when it does not end cleanly */
  async stop(): Promise<void> {
    const code = await this.end('SIGTERM');
    if (code !== 0)
      throw new Error(`The server ended with ${code ?? this.child?.signalCode} on SIGTERM:\n${this.output}`);
  }

  /** Resolves when the process has ended, for whatever reason, with its exit code or the signal that ended it. */
  async ended(): Promise<number | NodeJS.Signals | null> {
    const child = this.child;
    if (child && !hasEnded(child)) await once(child, 'exit');
    return child?.exitCode ?? child?.signalCode ?? null;
  }

  lastOutput(): string {
    return this.output;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.child;
    if (!child || hasEnded(child)) return child?.exitCode ?? null;
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
