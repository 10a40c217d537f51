import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { defineProblems } from '../../contracts/problem-type.js';
import { Refusal } from '../../contracts/refusal.js';
import { ReadDatabase } from '../../persistence/read-database.js';
import type { Principal } from '../principal.js';
import { KnownPerson } from './known-person.entity.js';

const longestWaitMilliseconds = 1_000;
const probeEveryMilliseconds = 25;

export const consentProblems = defineProblems({
  'projection-behind': {
    status: 503,
    title: { 'zh-CN': '正在同步', en: 'Still catching up' },
    detail: {
      'zh-CN': '您刚才的设置正在同步，请稍后再试。',
      en: 'Your last change is still on its way. Please try again shortly.',
    },
  },
});

/**
 * Read-your-writes across services: a consent given a moment ago counts in the next request. Waits up to one second of
 * real time until this service has seen what the gateway knew when it let the request pass.
 */
@Injectable()
export class IdentityCaughtUp implements CanActivate {
  constructor(private readonly reads: ReadDatabase) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { principal } = context.switchToHttp().getRequest<{ principal: Principal }>();
    const deadline = performance.now() + longestWaitMilliseconds;
    while (!(await this.hasSeen(principal))) {
      if (performance.now() > deadline) {
        throw new Refusal(consentProblems['projection-behind'], {}, [], { retryAfterSeconds: 1 });
      }
      await new Promise((resolve) => setTimeout(resolve, probeEveryMilliseconds));
    }
    return true;
  }

  private async hasSeen({ accountId, identityVersion }: Principal): Promise<boolean> {
    if (identityVersion === 0) return true;
    const known = await this.reads.manager.findOneBy(KnownPerson, { personId: accountId });
    return (known?.identityVersion ?? 0) >= identityVersion;
  }
}
