import { definePolicies } from '@sanxian/shared/security';

export const donationsPolicies = definePolicies({
  'GET /api/v1/donations/blood/questions': 'public',
  'POST /api/v1/donations/blood/pre-screens': 'public',
  'POST /api/v1/donations/blood/intents': { roles: ['citizen'] },
  'GET /api/v1/donations/blood/intents': { roles: ['citizen'] },
  'GET /api/v1/donations/blood/intents/:id': { roles: ['citizen'] },
  'DELETE /api/v1/donations/blood/intents/:id': { roles: ['citizen'] },
  'POST /api/v1/donations/blood/records': { roles: ['citizen'] },
  'GET /api/v1/donations/blood/records': { roles: ['citizen'] },
  'GET /api/v1/donations/blood/records/:id': { roles: ['citizen'] },
  'DELETE /api/v1/donations/blood/records/:id': { roles: ['citizen'] },
  'GET /api/v1/donations/blood/eligibility': { roles: ['citizen'] },
  'POST /api/v1/donations/people/:personId/blood-records': { roles: ['coordinator'] },
  'GET /api/v1/donations/people/:personId/blood-records/:id': { roles: ['coordinator'] },
  'POST /api/v1/donations/people/:personId/blood-records/:id/removal': { roles: ['coordinator'] },
  'POST /api/v1/donations/stem-cell/intents': { roles: ['citizen'] },
  'GET /api/v1/donations/stem-cell/intents/:id': { roles: ['citizen'] },
  'DELETE /api/v1/donations/stem-cell/intents/:id': { roles: ['citizen'] },
  'GET /api/v1/donations/mine': { roles: ['citizen'] },
});
