import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { ReadDatabase, type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { hashPassword } from '@sanxian/shared/security';
import type { AccountResponse } from '../../accounts/account.dto.js';
import type { Account } from '../../accounts/account.entity.js';
import { describeAccount } from '../../accounts/describe-account.js';
import { Branch } from '../../branches/branch.entity.js';
import { gatewayProblems } from '../../problems.js';
import { hashOfToken } from '../../sessions/sessions.js';
import { StaffAccounts } from '../staff-accounts.js';
import type { SetUpFirstAccountRequest } from './set-up-first-account.dto.js';
import { SetUpToken } from './set-up-token.entity.js';

@Injectable()
export class SetUpFirstAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly staffAccounts: StaffAccounts,
  ) {}

  async handle({ token, username, password }: SetUpFirstAccountRequest): Promise<AccountResponse> {
    const unused = { tokenHash: hashOfToken(token), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    // Hashing a password is work: nobody gets it done without a token that may hold.
    if (!(await this.reads.manager.existsBy(SetUpToken, unused))) throw invalidToken();
    const passwordHash = await hashPassword(password);
    const account = await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.manager.update(SetUpToken, unused, { usedAt: this.clock.now() });
      if (affected !== 1) throw invalidToken();
      return this.createAtRoot(tx, username, passwordHash);
    });
    return describeAccount(this.reads.manager, account);
  }

  private async createAtRoot(tx: Transaction, username: string, passwordHash: string): Promise<Account> {
    const roots = await tx.manager.findBy(Branch, { parentId: IsNull() });
    const branchIds = roots.map(({ id }) => id);
    return this.staffAccounts.create(tx, { username, passwordHash, roles: ['coordinator', 'ops'], branchIds });
  }
}

const invalidToken = (): Refusal => new Refusal(gatewayProblems['set-up-token-invalid']);
