import { Controller, Get } from '@nestjs/common';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';
import { HealthAnswer } from './health-answer.dto.js';
import { ReadinessChecks } from './readiness-checks.js';

@Controller('health')
export class HealthController {
  constructor(private readonly checks: ReadinessChecks) {}

  /** Says that the process turns its event loop. A restart is the cure when it does not answer. */
  @Get('live')
  live(): HealthAnswer {
    return { status: 'up' };
  }

  /** Says whether to send requests here; 503 lists what is missing. */
  @Get('ready')
  async ready(): Promise<HealthAnswer> {
    const failing = await this.checks.failing();
    if (failing.length === 0) return { status: 'up' };
    const reasons = failing.map(({ name, reason }) => ({ path: name, code: 'not-ready', message: reason }));
    throw new Refusal(commonProblems['not-ready'], {}, reasons, { retryAfterSeconds: 5 });
  }
}
