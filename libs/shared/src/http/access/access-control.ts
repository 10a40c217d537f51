import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import type { Principal } from '../../security/principal.js';
import { decideAccess, type RoutePolicies, type RoutePolicy } from '../../security/route-policies.js';
import { commonProblems } from '../problems/common-problems.js';
import { withForwardedVersions } from './forwarded-context.js';
import { routeKey } from './route-table.js';

export interface Authenticator {
  /** Null when the token is not, or no longer, good. */
  authenticate(token: string): Promise<Principal | null>;
}

const problemOf = {
  unauthenticated: commonProblems.unauthenticated,
  forbidden: commonProblems.forbidden,
  hidden: commonProblems['not-found'],
};

/** Decides about every request before its body is read, on every route of the server, Nest's or not. */
export class AccessControl {
  private readonly policies: ReadonlyMap<string, RoutePolicy>;

  /** @throws Error when two tables decide about one route */
  constructor(
    tables: readonly RoutePolicies[],
    private readonly authenticator: Authenticator,
  ) {
    const entries = tables.flatMap((table) => Object.entries<RoutePolicy>(table));
    this.policies = new Map(entries);
    const twice = entries.find(([key], index) => entries.findIndex(([other]) => other === key) !== index);
    if (twice) throw new Error(`Two policies for one route: ${twice[0]}`);
  }

  /** The routes that a table speaks of. */
  get decided(): ReadonlySet<string> {
    return new Set(this.policies.keys());
  }

  guard(server: FastifyInstance): void {
    server.addHook('onRequest', async (request) => this.admit(request));
  }

  private async admit(request: FastifyRequest): Promise<void> {
    const { url } = request.routeOptions;
    if (request.is404 || url === undefined) return;
    const policy = this.policies.get(routeKey(request.method, url));
    if (!policy) throw new Refusal(commonProblems['not-found']);
    if (policy === 'public') return;
    const token = bearerToken(request.headers.authorization);
    const principal = token === undefined ? null : await this.authenticator.authenticate(token);
    const decision = decideAccess(policy, principal);
    if (decision !== 'allowed') throw new Refusal(problemOf[decision]);
    if (principal) request.principal = withForwardedVersions(principal, request.headers);
  }
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1];
}
