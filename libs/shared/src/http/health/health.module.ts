import { type DynamicModule, Module } from '@nestjs/common';
import { definePolicies } from '../../security/route-policies.js';
import { HealthController } from './health.controller.js';
import { ReadinessChecks } from './readiness-checks.js';

/** The routes of `HealthModule`. */
export const healthPolicies = definePolicies({ 'GET /health/live': 'public', 'GET /health/ready': 'public' });

/** `/health/live` and `/health/ready`. */
@Module({})
export class HealthModule {
  static with(checks: ReadinessChecks): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: ReadinessChecks, useValue: checks }],
    };
  }
}
