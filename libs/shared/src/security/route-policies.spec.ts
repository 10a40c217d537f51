import { expect, it } from '@jest/globals';
import type { Principal, Role } from './principal.js';
import { type AccessDecision, decideAccess, type RoutePolicy } from './route-policies.js';

const withRoles = (...roles: Role[]): Principal => ({
  accountId: 'a',
  kind: 'staff',
  roles,
  branchIds: [],
  sessionId: 's',
  identityVersion: 0,
  profileVersion: 0,
});

const coordinators: RoutePolicy = { roles: ['coordinator'] };
const hiddenOps: RoutePolicy = { roles: ['ops'], hidden: true };
const anyStaff: RoutePolicy = { roles: ['coordinator', 'ops'] };
const nobody: RoutePolicy = { roles: [] };

it.each<[RoutePolicy, Principal | null, AccessDecision]>([
  ['public', null, 'allowed'],
  ['public', withRoles('citizen'), 'allowed'],
  [coordinators, null, 'unauthenticated'],
  [coordinators, withRoles('coordinator'), 'allowed'],
  [coordinators, withRoles('citizen', 'coordinator'), 'allowed'],
  [coordinators, withRoles('citizen'), 'forbidden'],
  [coordinators, withRoles('ops'), 'forbidden'],
  [coordinators, withRoles(), 'forbidden'],
  [anyStaff, withRoles('ops'), 'allowed'],
  [hiddenOps, null, 'unauthenticated'],
  [hiddenOps, withRoles('coordinator'), 'hidden'],
  [hiddenOps, withRoles('ops'), 'allowed'],
  [nobody, withRoles('citizen', 'coordinator', 'ops'), 'forbidden'],
])('%j for %j: %s', (policy, principal, decision) => {
  expect(decideAccess(policy, principal)).toBe(decision);
});
