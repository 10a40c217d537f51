import { definePolicies } from '@sanxian/shared/security';

export const notificationsPolicies = definePolicies({
  'GET /api/v1/notifications/inbox': { roles: ['citizen', 'coordinator', 'ops'] },
  'POST /api/v1/notifications/inbox/:id/read': { roles: ['citizen', 'coordinator', 'ops'] },
});
