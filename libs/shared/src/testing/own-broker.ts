import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { temporaryFolder } from './temporary-folder.js';

interface Node {
  readonly id: number;
  readonly port: number;
  /** Where clients are told to go: its own port, or that of a proxy in front of it. */
  readonly advertisedPort: number;
  readonly controllerPort: number;
}

interface BrokerOptions {
  /** False for one that is started later. */
  readonly running?: boolean;
  /** Whether clients are sent to another port, on which a test listens before anybody connects. */
  readonly behindProxy?: boolean;
}

/** A broker that a test may kill, made of the jars in the folder that `KAFKA_LIB` names. */
export class OwnBroker {
  private readonly folder = temporaryFolder();
  private child: ChildProcess | undefined;

  private constructor(
    private readonly node: Node,
    private readonly nodes: readonly Node[],
    private readonly jars: string,
  ) {}

  static async make(options: BrokerOptions = {}): Promise<OwnBroker> {
    const [broker] = await OwnBroker.cluster(1, options);
    return broker!;
  }

  /** Brokers of one cluster; a third of three may be lost. */
  static async cluster(
    size: number,
    { running = true, behindProxy = false }: BrokerOptions = {},
  ): Promise<readonly OwnBroker[]> {
    const { KAFKA_LIB: jars } = process.env;
    if (!jars) throw new Error('KAFKA_LIB is missing: a folder with the jars of Kafka, as `.ci/infra up` fetches them');
    const ports = await freePorts(3 * size);
    const nodes = Array.from({ length: size }, (_, index): Node => {
      const [port, controllerPort, proxyPort] = ports.slice(3 * index) as [number, number, number];
      return { id: index + 1, port, advertisedPort: behindProxy ? proxyPort : port, controllerPort };
    });
    const clusterId = randomBytes(16).toString('base64url');
    const brokers = nodes.map((node) => new OwnBroker(node, nodes, jars));
    for (const broker of brokers) broker.format(clusterId);
    if (running) await Promise.all(brokers.map((broker) => broker.start()));
    return brokers;
  }

  /** The addresses of the whole cluster. */
  get brokers(): string[] {
    return this.nodes.map(({ advertisedPort }) => `127.0.0.1:${advertisedPort}`);
  }

  get port(): number {
    return this.node.port;
  }

  get advertisedPort(): number {
    return this.node.advertisedPort;
  }

  async start(): Promise<void> {
    this.child = spawn('java', ['-Xmx256m', '-cp', join(this.jars, '*'), 'kafka.Kafka', this.properties], {
      stdio: 'ignore',
    });
    await eventually(() => reach(this.node.port), { withinMilliseconds: 60_000 });
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

  private format(clusterId: string): void {
    const { id, port, advertisedPort, controllerPort } = this.node;
    const copies = String(this.nodes.length);
    const settings = {
      'process.roles': 'broker,controller',
      'node.id': String(id),
      'controller.quorum.voters': this.nodes.map((node) => `${node.id}@127.0.0.1:${node.controllerPort}`).join(),
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'controller.listener.names': 'CONTROLLER',
      'log.dirs': join(this.folder.path, 'data'),
      'offsets.topic.replication.factor': copies,
      'offsets.topic.num.partitions': copies,
      'group.initial.rebalance.delay.ms': '0',
      'auto.create.topics.enable': 'false',
      // So soon a dead one is known to be dead and others lead in its place.
      'broker.session.timeout.ms': '4000',
      'broker.heartbeat.interval.ms': '500',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    writeFileSync(this.properties, lines.join('\n'));
    const format = ['kafka.tools.StorageTool', 'format', `--cluster-id=${clusterId}`, '-c', this.properties];
    const { status, stderr } = spawnSync('java', ['-cp', join(this.jars, '*'), ...format], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The broker's folder could not be made: ${stderr}`);
  }
}

/** All different, since all are held before the first is let go. */
async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}

async function reach(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
