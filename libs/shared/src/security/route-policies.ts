import type { Principal, Role } from './principal.js';

/** Everybody, or accounts with one of the roles. `hidden`: who lacks the role does not learn that the route exists. */
export type RoutePolicy = 'public' | { readonly roles: readonly Role[]; readonly hidden?: true };

/** `METHOD /route/:pattern`, exactly as the route is registered → who may call it. */
export type RoutePolicies = Readonly<Record<string, RoutePolicy>>;

type RouteName = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

export function definePolicies(policies: Readonly<Record<RouteName, RoutePolicy>>): RoutePolicies {
  return policies;
}

/** Routes that everybody may call. */
export function publicRoutes(routes: readonly string[]): RoutePolicies {
  return Object.fromEntries(routes.map((route) => [route, 'public'] as const));
}

export type AccessDecision = 'allowed' | 'unauthenticated' | 'forbidden' | 'hidden';

/** Default deny: what a policy does not allow is refused. Whose row it is, is the query's business. */
export function decideAccess(policy: RoutePolicy, principal: Principal | null): AccessDecision {
  if (policy === 'public') return 'allowed';
  if (!principal) return 'unauthenticated';
  if (principal.roles.some((role) => policy.roles.includes(role))) return 'allowed';
  return policy.hidden ? 'hidden' : 'forbidden';
}
