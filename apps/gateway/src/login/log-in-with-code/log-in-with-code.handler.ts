import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock, newId } from '@sanxian/shared/config';
import { type Language, Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { Account } from '../../accounts/account.entity.js';
import { RegisterAccount } from '../../accounts/register-account.js';
import { gatewayProblems } from '../../problems.js';
import type { SessionResponse } from '../../sessions/session.dto.js';
import { Sessions } from '../../sessions/sessions.js';
import { CodeSecrets } from '../code-secrets.js';
import { OneTimeCode } from '../one-time-code.entity.js';

const maximumAttempts = 5;

interface LogInWithCodeCommand {
  readonly challengeId: string;
  readonly code: string;
  readonly language: Language;
}

@Injectable()
export class LogInWithCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly secrets: CodeSecrets,
    private readonly registerAccount: RegisterAccount,
    private readonly sessions: Sessions,
  ) {}

  async handle(command: LogInWithCodeCommand): Promise<SessionResponse> {
    const started = await this.unitOfWork.run(async (tx) => {
      const phone = await this.redeem(tx, command);
      return phone === null ? null : this.sessions.start(tx, await this.accountOf(tx, phone, command.language));
    });
    // Only here: a refusal inside the unit of work would take the counted attempt back.
    if (started === null) throw new Refusal(gatewayProblems['wrong-code']);
    return this.sessions.answer(started);
  }

  /** The phone the code went to, or null when it does not hold. One statement decides, so that a code works once. */
  private async redeem(tx: Transaction, { challengeId, code }: LogInWithCodeCommand): Promise<string | null> {
    const now = this.clock.now();
    const open = {
      id: challengeId,
      usedAt: IsNull(),
      voidedAt: IsNull(),
      expiresAt: MoreThan(now),
      attempts: LessThan(maximumAttempts),
    };
    const codeHash = this.secrets.hash(challengeId, code);
    const { affected } = await tx.manager.update(OneTimeCode, { ...open, codeHash }, { usedAt: now });
    if (affected !== 1) {
      await tx.manager.increment(OneTimeCode, open, 'attempts', 1);
      return null;
    }
    const { sealedPhone } = await tx.manager.findOneByOrFail(OneTimeCode, { id: challengeId });
    return this.secrets.openPhone(challengeId, sealedPhone);
  }

  private async accountOf(tx: Transaction, phone: string, language: Language): Promise<Account> {
    const phoneIndex = this.secrets.indexOf(phone);
    const known = await tx.manager.findOneBy(Account, { phoneIndex });
    if (known) return known;
    const account = Account.ofCitizen(newId(), phoneIndex, this.clock.now());
    await this.registerAccount.in(tx, account, { phone, language });
    return account;
  }
}
