import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Principal } from './principal.js';

/**
 * For what staff do for people, who belong to no branch: any branch will do, but it takes one, so that there is always an
 * organisation behind the act. Who has none gets 403.
 */
@Injectable()
export class WorksForBranch implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<{ principal: Principal }>();
    return principal.branchIds.length > 0;
  }
}
