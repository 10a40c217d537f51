import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { pass } from '../run-under-fault.js';

export interface TcpProxyOptions {
  readonly targetPort: number;
  /** Of each connection, in each direction; as fast as it goes unless told. */
  readonly bytesPerSecond?: number;
}

/** A stretch of network on this machine that can be slow, or lose what comes back. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private losing = false;

  private constructor(
    private readonly server: Server,
    private readonly options: TcpProxyOptions,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  /** @param port any free one unless told */
  static async open(options: TcpProxyOptions, port = 0): Promise<TcpProxy> {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, options);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The next answer of the other side is lost, and the connection with it: nobody knows what was done. */
  loseNextAnswer(): void {
    this.losing = true;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await once(this.server.close(), 'close');
  }

  private join(client: Socket): void {
    const target = connect(this.options.targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
    }
    client.pipe(slowed(this.options.bytesPerSecond)).pipe(target);
    target.pipe(this.lossy(client)).pipe(slowed(this.options.bytesPerSecond)).pipe(client);
  }

  private lossy(client: Socket): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (!this.losing) return done(null, chunk);
        this.losing = false;
        client.destroy();
        done();
      },
    });
  }
}

function slowed(bytesPerSecond?: number): Transform {
  return new Transform({
    highWaterMark: 1_024,
    transform: (chunk: Buffer, _encoding, done) => {
      const wait = bytesPerSecond ? chunk.length / bytesPerSecond : 0;
      void pass(wait).then(() => done(null, chunk));
    },
  });
}
