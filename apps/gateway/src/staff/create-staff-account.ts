import type { ServicePorts } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { BlindIndex, hashPassword, PersonKeys } from '@sanxian/shared/security';
import { RegisterAccount } from '../accounts/register-account.js';
import { type NewStaffAccount, StaffAccounts } from './staff-accounts.js';
import { StaffCredentials } from './staff-credentials.entity.js';

type GatewayRuntime = Pick<ServiceRuntime, 'unitOfWork' | 'keys' | 'clock'>;

/** Makes a staff account from outside the API: for the demo and for tests. @returns its id */
export async function createStaffAccount(
  runtime: GatewayRuntime,
  { peopleSeal }: Pick<ServicePorts, 'peopleSeal'>,
  { password, ...staff }: Omit<NewStaffAccount, 'passwordHash'> & { readonly password: string },
): Promise<string> {
  const personKeys = new PersonKeys(runtime.keys, runtime.clock);
  const registerAccount = new RegisterAccount(runtime.clock, personKeys, peopleSeal, new BlindIndex(runtime.keys));
  const staffAccounts = new StaffAccounts(runtime.clock, personKeys, registerAccount);
  const passwordHash = await hashPassword(password);
  const account = await runtime.unitOfWork.run((tx) => staffAccounts.create(tx, { ...staff, passwordHash }));
  return account.id;
}

/** Whether anybody could log in as staff; while nobody can, the installation needs a set-up link. */
export function hasStaffAccount({ reads }: Pick<ServiceRuntime, 'reads'>): Promise<boolean> {
  return reads.manager.exists(StaffCredentials);
}
