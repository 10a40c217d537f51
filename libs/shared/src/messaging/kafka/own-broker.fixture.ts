import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../../testing/eventually.js';
import { temporaryFolder } from '../../testing/temporary-folder.js';

/** A broker that a test may kill, made of the jars in the folder that `KAFKA_LIB` names. */
export class OwnBroker {
  private readonly folder = temporaryFolder();
  private child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly jars: string,
  ) {}

  /** @param running false for one that is started later */
  static async make({ running = true } = {}): Promise<OwnBroker> {
    const { KAFKA_LIB: jars } = process.env;
    if (!jars) throw new Error('KAFKA_LIB is missing: a folder with the jars of Kafka, as `.ci/infra up` fetches them');
    const broker = new OwnBroker(await freePort(), jars);
    await broker.format();
    if (running) await broker.start();
    return broker;
  }

  get brokers(): string[] {
    return [`127.0.0.1:${this.port}`];
  }

  async start(): Promise<void> {
    this.child = spawn('java', ['-Xmx256m', '-cp', join(this.jars, '*'), 'kafka.Kafka', this.properties], {
      stdio: 'ignore',
    });
    await eventually(() => reach(this.port), { withinMilliseconds: 60_000 });
  }

  /** As a power failure ends it. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Connections stay, and nothing is answered. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async remove(): Promise<void> {
    await this.kill();
    this.folder.remove();
  }

  private get properties(): string {
    return join(this.folder.path, 'server.properties');
  }

  private async format(): Promise<void> {
    const controller = await freePort();
    const settings = {
      'process.roles': 'broker,controller',
      'node.id': '1',
      'controller.quorum.voters': `1@127.0.0.1:${controller}`,
      listeners: `PLAINTEXT://127.0.0.1:${this.port},CONTROLLER://127.0.0.1:${controller}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${this.port}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'controller.listener.names': 'CONTROLLER',
      'inter.broker.listener.name': 'PLAINTEXT',
      'log.dirs': join(this.folder.path, 'data'),
      'offsets.topic.replication.factor': '1',
      'offsets.topic.num.partitions': '1',
      'group.initial.rebalance.delay.ms': '0',
      'auto.create.topics.enable': 'false',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    writeFileSync(this.properties, lines.join('\n'));
    const id = randomBytes(16).toString('base64url');
    const format = ['-cp', join(this.jars, '*'), 'kafka.tools.StorageTool', 'format', '-t', id, '-c', this.properties];
    const { status, stderr } = spawnSync('java', format, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The broker's folder could not be made: ${stderr}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function reach(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
