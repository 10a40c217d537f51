import type { FastifyInstance } from 'fastify';

/** `GET /api/v1/me`, as the policy table names a route. HEAD shows no more than GET and needs the same permission. */
export const routeKey = (method: string, url: string): string => `${method === 'HEAD' ? 'GET' : method} ${url}`;

/** All routes of a server, whoever registers them. */
export class RouteTable {
  private readonly keys = new Set<string>();

  /** Listens to registrations, so it comes first; checks when the server gets ready, so nothing listens before. */
  watch(server: FastifyInstance, policies: ReadonlySet<string>): void {
    server.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.keys.add(routeKey(one, url));
    });
    server.addHook('onReady', async () => this.assertCovered(policies));
  }

  /** @throws Error naming every route that nobody decided about, and every decision about no route */
  assertCovered(policies: ReadonlySet<string>): void {
    const undecided = [...this.keys].filter((key) => !policies.has(key)).sort();
    const pointless = [...policies].filter((key) => !this.keys.has(key)).sort();
    if (undecided.length + pointless.length === 0) return;
    throw new Error(
      [
        ...undecided.map((key) => `Route without a policy: ${key}`),
        ...pointless.map((key) => `Policy without a route: ${key}`),
      ].join('\n'),
    );
  }
}
