import { definePolicies } from '@sanxian/shared/security';

const citizens = { roles: ['citizen'] } as const;
const coordinators = { roles: ['coordinator'] } as const;
const everybody = { roles: ['citizen', 'coordinator', 'ops'] } as const;

export const gatewayPolicies = definePolicies({
  'POST /api/v1/auth/one-time-codes': 'public',
  'POST /api/v1/auth/sessions': 'public',
  'POST /api/v1/auth/staff-sessions': 'public',
  'POST /api/v1/auth/sessions/refresh': 'public',
  'DELETE /api/v1/auth/sessions/current': everybody,
  'GET /.well-known/jwks.json': 'public',
  'GET /setup': 'public',
  'POST /api/v1/accounts/first-staff': 'public',
  'GET /api/v1/me': everybody,
  'PATCH /api/v1/me': everybody,
  'GET /api/v1/me/consents': citizens,
  'PUT /api/v1/me/consents/:purpose': citizens,
  'DELETE /api/v1/me/consents/:purpose': citizens,
  'GET /api/v1/me/consents/:purpose/proof': citizens,
  'GET /api/v1/me/consents/:purpose/history': citizens,
  'POST /api/v1/accounts/people': coordinators,
  'POST /api/v1/accounts/people/lookups': coordinators,
  'GET /api/v1/accounts/people/:id': coordinators,
  'PUT /api/v1/accounts/people/:id/consents/:purpose': coordinators,
  'POST /api/v1/accounts/people/:id/consents/:purpose/withdrawal': coordinators,
  'GET /api/v1/demo/mailbox': 'public',
});
