import { IsNull, MoreThan } from 'typeorm';
import type { Clock } from '@sanxian/shared/config';
import type { ReadDatabase } from '@sanxian/shared/persistence';
import { SessionRegistry } from '@sanxian/shared/security';
import { Account } from '../accounts/account.entity.js';
import { Session } from './session.entity.js';

/** Asked on every request of a logged-in person: a token is worth nothing when its session has ended. */
export class LivingSessions extends SessionRegistry {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async check(sessionId: string): Promise<{ identityVersion: number } | null> {
    const living = { id: sessionId, endedAt: IsNull(), idleUntil: MoreThan(this.clock.now()) };
    const session = await this.reads.manager.findOneBy(Session, living);
    if (!session) return null;
    const account = await this.reads.manager.findOneBy(Account, { id: session.accountId });
    return account && { identityVersion: account.version };
  }
}
