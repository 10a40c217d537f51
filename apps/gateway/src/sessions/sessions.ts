import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Clock, newId } from '@sanxian/shared/config';
import { ReadDatabase, type Transaction } from '@sanxian/shared/persistence';
import { AccessTokenSigner } from '@sanxian/shared/security';
import type { Account } from '../accounts/account.entity.js';
import { describeAccount } from '../accounts/describe-account.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session } from './session.entity.js';
import type { SessionResponse } from './session.dto.js';

/** A session nobody came back to ends after this. */
export const idleSeconds = 30 * 24 * 3600;

export interface OpenSession {
  readonly sessionId: string;
  readonly account: Account;
  readonly refreshToken: string;
}

/** Refresh tokens carry 256 random bits: a plain hash of them cannot be turned back. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Beginning, renewing and ending of sessions, inside the unit of work of a use case. */
@Injectable()
export class Sessions {
  constructor(
    private readonly clock: Clock,
    private readonly reads: ReadDatabase,
    private readonly accessTokens: AccessTokenSigner,
  ) {}

  async start(tx: Transaction, account: Account): Promise<OpenSession> {
    const now = this.clock.now();
    await this.forgetOld(tx, now);
    const session = { id: newId(), accountId: account.id, startedAt: now, idleUntil: idleFrom(now), endedAt: null };
    await tx.manager.insert(Session, session);
    return { sessionId: session.id, account, refreshToken: await this.newRefreshToken(tx, session.id) };
  }

  async newRefreshToken(tx: Transaction, sessionId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = idleFrom(this.clock.now());
    await tx.manager.insert(RefreshToken, { tokenHash: hashOfToken(token), sessionId, expiresAt, rotatedAt: null });
    await tx.manager.update(Session, { id: sessionId }, { idleUntil: expiresAt });
    return token;
  }

  async end(tx: Transaction, sessionId: string): Promise<void> {
    await tx.manager.update(Session, { id: sessionId, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** What the client gets for an open session. */
  async answer({ sessionId, account, refreshToken }: OpenSession): Promise<SessionResponse> {
    const described = await describeAccount(this.reads.manager, account);
    const { token, expiresAt } = await this.accessTokens.sign({
      accountId: account.id,
      sessionId,
      kind: account.kind,
      roles: account.roles,
      branchIds: described.branches.map(({ id }) => id),
    });
    return { accessToken: token, expiresAt: expiresAt.toISOString(), refreshToken, account: described };
  }

  private async forgetOld(tx: Transaction, now: Date): Promise<void> {
    await tx.manager.delete(RefreshToken, { expiresAt: LessThan(now) });
    await tx.manager.delete(Session, { idleUntil: LessThan(now) });
  }
}

function idleFrom(now: Date): Date {
  return new Date(now.getTime() + idleSeconds * 1000);
}
