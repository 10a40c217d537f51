import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ReadDatabase } from '../../persistence/read-database.js';
import type { Principal } from '../principal.js';
import { KnownPerson } from './known-person.entity.js';
import { untilCaughtUp } from './until-caught-up.js';

/**
 * Read-your-writes across services: a consent given a moment ago counts in the next request. Waits up to one second of
 * real time until this service has seen what the gateway knew when it let the request pass.
 */
@Injectable()
export class IdentityCaughtUp implements CanActivate {
  constructor(private readonly reads: ReadDatabase) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { principal } = context.switchToHttp().getRequest<{ principal: Principal }>();
    await untilCaughtUp(() => this.hasSeen(principal));
    return true;
  }

  private async hasSeen({ accountId, identityVersion }: Principal): Promise<boolean> {
    if (identityVersion === 0) return true;
    const known = await this.reads.manager.findOneBy(KnownPerson, { personId: accountId });
    return (known?.identityVersion ?? 0) >= identityVersion;
  }
}
