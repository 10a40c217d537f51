import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createBranches, createStaffAccount, hasStaffAccount } from '@sanxian/gateway/module';
import { newId } from '@sanxian/shared/config';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import type { PeopleSeal, Role } from '@sanxian/shared/security';
import { countyBranches, rootBranch } from './city/branches.js';

const staff = [
  { username: 'coordinator', displayName: '协调员 陈立新', roles: ['coordinator'] },
  { username: 'ops', displayName: '运维 何志远', roles: ['ops'] },
] as const;

/** A line of `demo-accounts.json`. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly branchId: string;
}

/** The branches of the demo and its staff, whose passwords lie in a file only its owner can read. */
export async function createDemoStaff(
  gateway: ServiceRuntime,
  peopleSeal: PeopleSeal,
  accountsFile: string,
): Promise<DemoAccount[]> {
  const accounts = planAccounts(accountsFile);
  if (await hasStaffAccount(gateway)) return accounts;
  const branchId = accounts[0]!.branchId;
  const counties = countyBranches.map((name) => ({ id: newId(), name, parentId: branchId }));
  await createBranches(gateway, [{ id: branchId, name: rootBranch, parentId: null }, ...counties]);
  for (const account of accounts) {
    await createStaffAccount(
      gateway,
      { peopleSeal },
      { ...account, roles: [...account.roles], branchIds: [account.branchId], displayName: nameOf(account) },
    );
  }
  return accounts;
}

/** Written before the accounts exist: a start that was cut short goes on with the same passwords. */
function planAccounts(file: string): DemoAccount[] {
  if (!existsSync(file)) {
    const branchId = newId();
    const accounts = staff.map(({ username, roles }) => ({
      username,
      password: randomBytes(12).toString('base64url'),
      roles,
      branchId,
    }));
    writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
}

function nameOf({ username }: DemoAccount): string {
  return staff.find((member) => member.username === username)?.displayName ?? username;
}
