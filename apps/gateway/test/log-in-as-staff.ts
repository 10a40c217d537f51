import type { Role } from '@sanxian/shared/security';
import type { TestService } from '@sanxian/shared/testing';
import { createStaffAccount } from '../src/gateway.module.js';

export interface Staff {
  readonly id: string;
  readonly token: string;
}

/** Makes a staff account and logs it in. */
export async function logInAsStaff(
  gateway: TestService,
  { username, roles, branchIds }: { username: string; roles: Role[]; branchIds: string[] },
): Promise<Staff> {
  const password = '一句足够长的口令';
  const id = await createStaffAccount(gateway.runtime, gateway, { username, password, roles, branchIds });
  const answer = await gateway.request('POST', '/api/v1/auth/staff-sessions', { body: { username, password } });
  if (answer.status !== 201) throw new Error(`Not logged in: ${answer.text}`);
  return { id, token: String(answer.body.accessToken) };
}
