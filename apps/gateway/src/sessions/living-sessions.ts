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
    const found = await this.reads.manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(Account, 'account', 'account.id = session.accountId')
      .leftJoin(Profile, 'profile', 'profile.id = account.id')
      .select('account.version', 'identityVersion')
      .addSelect('COALESCE(profile.version, 0)', 'profileVersion')
      .where('session.id = :sessionId', { sessionId })
      .andWhere('session.endedAt IS NULL AND session.idleUntil > :now', { now: this.clock.now() })
      .getRawOne<KnownVersions>();
    return found ?? null;
  }
}
