import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import type { Transaction } from '@sanxian/shared/persistence';
import { PersonKeys, type Role } from '@sanxian/shared/security';
import { Account } from '../accounts/account.entity.js';
import { RegisterAccount } from '../accounts/register-account.js';
import { gatewayProblems } from '../problems.js';
import { StaffCredentials } from './staff-credentials.entity.js';
import { usernameOf } from './username.js';

export interface NewStaffAccount {
  readonly username: string;
  readonly displayName?: string | undefined;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly branchIds: readonly string[];
  /** Base32, as authenticators take it. */
  readonly totpSecret?: string | undefined;
}

@Injectable()
export class StaffAccounts {
  constructor(
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
    private readonly registerAccount: RegisterAccount,
  ) {}

  /** @throws Refusal `username-taken` */
  async create(tx: Transaction, staff: NewStaffAccount): Promise<Account> {
    const username = usernameOf(staff.username);
    if (await tx.manager.existsBy(StaffCredentials, { username })) throw new Refusal(gatewayProblems['username-taken']);
    const account = Account.ofStaff(newId(), [...staff.roles], [...staff.branchIds], this.clock.now());
    await this.registerAccount.in(tx, account, { displayName: staff.displayName ?? null, language: 'zh-CN' });
    const key = await this.personKeys.obtain(tx, account.id);
    await tx.manager.insert(StaffCredentials, {
      accountId: account.id,
      username,
      passwordHash: staff.passwordHash,
      sealedTotpSecret: staff.totpSecret === undefined ? null : key.seal('totp', staff.totpSecret),
      lastTotpStep: null,
    });
    return account;
  }
}
