import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

const freshMilliseconds = 1_000;

/** Every address a name stands for at the moment. */
export type LookUp = (hostname: string) => Promise<readonly { readonly address: string }[]>;

const lookUpAll: LookUp = (hostname) => lookup(hostname, { all: true });

/**
 * Where the instances of a service listen: a name, as compose and Kubernetes give one to all instances of a service, is
 * looked up again once a second, so that new ones get their share and gone ones are left.
 */
export class Instances {
  private known: { readonly since: number; readonly origins: Promise<readonly string[]> } | undefined;

  constructor(
    private readonly addresses: readonly string[],
    private readonly lookUp: LookUp = lookUpAll,
  ) {}

  /** Origins, at least one. @throws what the look-up threw, when no name was ever known */
  async origins(): Promise<readonly string[]> {
    const last = this.known;
    if (last && performance.now() - last.since < freshMilliseconds) return last.origins;
    const found = Promise.all(this.addresses.map((address) => this.originsOf(address)));
    // A name server that is down takes down nobody whose address is known.
    const origins = found.then((each) => each.flat()).catch((error: unknown) => orThrow(last?.origins, error));
    this.known = { since: performance.now(), origins };
    return origins;
  }

  /** A certificate is for the name, so that stays where there is one. */
  private async originsOf(address: string): Promise<string[]> {
    const { protocol, hostname, port, origin } = new URL(address);
    if (protocol !== 'http:' || isIP(hostname) || hostname.startsWith('[')) return [origin];
    const found = await this.lookUp(hostname);
    return found.map(({ address: ip }) => `http://${isIP(ip) === 6 ? `[${ip}]` : ip}:${port || 80}`);
  }
}

async function orThrow(last: Promise<readonly string[]> | undefined, error: unknown): Promise<readonly string[]> {
  if (!last) throw error;
  return last;
}
