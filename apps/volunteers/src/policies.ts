import { definePolicies } from '@sanxian/shared/security';

export const volunteersPolicies = definePolicies({
  'GET /api/v1/volunteers/skills': 'public',
  'POST /api/v1/volunteers/profiles': { roles: ['citizen'] },
  'GET /api/v1/volunteers/profiles/mine': { roles: ['citizen'] },
  'PATCH /api/v1/volunteers/profiles/mine': { roles: ['citizen'] },
  'POST /api/v1/volunteers/events': { roles: ['coordinator'] },
  'GET /api/v1/volunteers/events': { roles: ['citizen', 'coordinator'] },
  'GET /api/v1/volunteers/events/:id': { roles: ['citizen', 'coordinator'] },
  'PATCH /api/v1/volunteers/events/:id': { roles: ['coordinator'] },
  'POST /api/v1/volunteers/events/:id/shifts': { roles: ['coordinator'] },
  'POST /api/v1/volunteers/events/:id/publication': { roles: ['coordinator'] },
  'POST /api/v1/volunteers/events/:id/cancellation': { roles: ['coordinator'] },
  'GET /api/v1/volunteers/shifts/:id': { roles: ['citizen', 'coordinator'] },
  'POST /api/v1/volunteers/shifts/:id/sign-ups': { roles: ['citizen'] },
  'GET /api/v1/volunteers/shifts/:id/sign-ups': { roles: ['coordinator'] },
  'POST /api/v1/volunteers/shifts/:id/assignments': { roles: ['coordinator'] },
  'GET /api/v1/volunteers/sign-ups/:id': { roles: ['citizen', 'coordinator'] },
  'DELETE /api/v1/volunteers/sign-ups/:id': { roles: ['citizen', 'coordinator'] },
  'GET /api/v1/volunteers/my/shifts': { roles: ['citizen'] },
});
