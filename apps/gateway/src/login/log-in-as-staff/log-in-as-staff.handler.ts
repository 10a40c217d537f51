import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { type ProblemType, Refusal } from '@sanxian/shared/contracts';
import { ReadDatabase, type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { verifyPassword } from '@sanxian/shared/security';
import { Account } from '../../accounts/account.entity.js';
import { gatewayProblems } from '../../problems.js';
import type { SessionResponse } from '../../sessions/session.dto.js';
import { type OpenSession, Sessions } from '../../sessions/sessions.js';
import { StaffCredentials } from '../../staff/staff-credentials.entity.js';
import { usernameOf } from '../../staff/username.js';
import { addressScope } from '../throttle/address-scope.js';
import { failedStaffLogIns } from '../throttle/limits.policy.js';
import { type Counted, Throttles } from '../throttle/throttles.js';
import { TotpCodes } from './totp-codes.js';

interface LogInAsStaffCommand {
  readonly username: string;
  readonly password: string;
  readonly totp?: string | undefined;
  readonly address: string;
}

const { 'wrong-credentials': wrong, 'totp-required': totpRequired } = gatewayProblems;

/**
 * Every try is counted before the slow look at the password and taken back when it was no failure, so that many tries at
 * once cannot slip past the limit.
 */
@Injectable()
export class LogInAsStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly throttles: Throttles,
    private readonly totpCodes: TotpCodes,
    private readonly sessions: Sessions,
  ) {}

  async handle({ username, password, totp, address }: LogInAsStaffCommand): Promise<SessionResponse> {
    const byUsername: Counted = { kind: 'staff-log-ins-per-username', whom: usernameOf(username) };
    const byAddress: Counted = { kind: 'staff-log-ins-per-address', whom: addressScope(address) };
    const takenAt = await this.unitOfWork.run(async (tx) => {
      await this.throttles.take(tx, byUsername, failedStaffLogIns);
      await this.throttles.take(tx, byAddress, failedStaffLogIns);
      return this.clock.now();
    });
    const credentials = await this.credentialsOf(byUsername.whom, password);
    if (!credentials) throw new Refusal(wrong);
    const result = await this.unitOfWork.run(async (tx) => {
      const started = await this.start(tx, credentials, totp);
      if (started === wrong) return started;
      await this.throttles.giveBack(tx, byAddress, takenAt);
      if (started === totpRequired) await this.throttles.giveBack(tx, byUsername, takenAt);
      else await this.throttles.clear(tx, byUsername);
      return started;
    });
    if ('code' in result) throw new Refusal(result);
    return this.sessions.answer(result);
  }

  /** Null when the username or the password is wrong, after the same work for both. */
  private async credentialsOf(username: string, password: string): Promise<StaffCredentials | null> {
    const credentials = await this.reads.manager.findOneBy(StaffCredentials, { username });
    const holds = await verifyPassword(credentials?.passwordHash ?? null, password);
    return holds ? credentials : null;
  }

  private async start(
    tx: Transaction,
    credentials: StaffCredentials,
    totp: string | undefined,
  ): Promise<OpenSession | ProblemType> {
    if (credentials.sealedTotpSecret !== null) {
      if (totp === undefined) return totpRequired;
      if (!(await this.totpCodes.accept(tx, credentials, totp))) return wrong;
    }
    return this.sessions.start(tx, await tx.manager.findOneByOrFail(Account, { id: credentials.accountId }));
  }
}
