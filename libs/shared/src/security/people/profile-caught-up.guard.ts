import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ReadDatabase } from '../../persistence/read-database.js';
import { untilCaughtUp } from '../consents/until-caught-up.js';
import type { Principal } from '../principal.js';
import { PersonFactsRow } from './person-facts-row.entity.js';

/** As `IdentityCaughtUp`, for what rules of age and sex stand on: a birth date given a moment ago counts. */
@Injectable()
export class ProfileCaughtUp implements CanActivate {
  constructor(private readonly reads: ReadDatabase) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { principal } = context.switchToHttp().getRequest<{ principal: Principal }>();
    await untilCaughtUp(() => this.hasSeen(principal));
    return true;
  }

  private async hasSeen({ accountId, profileVersion }: Principal): Promise<boolean> {
    if (profileVersion === 0) return true;
    const known = await this.reads.manager.findOneBy(PersonFactsRow, { personId: accountId });
    return (known?.profileVersion ?? 0) >= profileVersion;
  }
}
