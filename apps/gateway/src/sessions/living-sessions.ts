import { IsNull, MoreThan } from 'typeorm';
import type { Clock } from '@sanxian/shared/config';
import type { ReadDatabase } from '@sanxian/shared/persistence';
import { type KnownVersions, SessionRegistry } from '@sanxian/shared/security';
import { Account } from '../accounts/account.entity.js';
import { Profile } from '../profile/profile.entity.js';
import { Session } from './session.entity.js';

/** Asked on every request of a logged-in person: a token is worth nothing when its session has ended. */
export class LivingSessions extends SessionRegistry {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async check(sessionId: string): Promise<KnownVersions | null> {
    const living = { id: sessionId, endedAt: IsNull(), idleUntil: MoreThan(this.clock.now()) };
    const session = await this.reads.manager.findOneBy(Session, living);
    if (!session) return null;
    const { accountId: id } = session;
    const account = await this.reads.manager.findOneBy(Account, { id });
    const profile = await this.reads.manager.findOne(Profile, { select: { id: true, version: true }, where: { id } });
    return account && { identityVersion: account.version, profileVersion: profile?.version ?? 0 };
  }
}
