import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '@sanxian/shared/config';
import { type ProblemType, Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { Account } from '../../accounts/account.entity.js';
import { gatewayProblems } from '../../problems.js';
import { RefreshToken } from '../refresh-token.entity.js';
import { Session } from '../session.entity.js';
import type { SessionResponse } from '../session.dto.js';
import { hashOfToken, type OpenSession, Sessions } from '../sessions.js';

const { 'refresh-token-invalid': invalid, 'refresh-token-reused': reused } = gatewayProblems;

/**
 * Exchanges a refresh token for the next one. Each works once, decided by one statement: of two requests with the same
 * token one wins, and the other is what a thief's would look like, so it ends the session for both. Whoever lost an
 * answer on the way logs in again.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  async handle(refreshToken: string | undefined): Promise<SessionResponse> {
    if (refreshToken === undefined) throw new Refusal(invalid);
    const renewed = await this.unitOfWork.run((tx) => this.rotate(tx, hashOfToken(refreshToken)));
    // Only here: a refusal inside the unit of work would let the session live on.
    if ('problem' in renewed) throw new Refusal(renewed.problem);
    return this.sessions.answer(renewed);
  }

  private async rotate(tx: Transaction, tokenHash: string): Promise<OpenSession | { problem: ProblemType }> {
    const now = this.clock.now();
    const unused = { tokenHash, rotatedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await tx.manager.update(RefreshToken, unused, { rotatedAt: now });
    const token = await tx.manager.findOneBy(RefreshToken, { tokenHash });
    if (!token) return { problem: invalid };
    if (affected !== 1) {
      if (token.rotatedAt === null) return { problem: invalid };
      await this.sessions.end(tx, token.sessionId);
      return { problem: reused };
    }
    const session = await tx.manager.findOneBy(Session, { id: token.sessionId, endedAt: IsNull() });
    const account = session && (await tx.manager.findOneBy(Account, { id: session.accountId }));
    if (!session || !account) return { problem: invalid };
    return { sessionId: session.id, account, refreshToken: await this.sessions.newRefreshToken(tx, session.id) };
  }
}
