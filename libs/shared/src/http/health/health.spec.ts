import { afterEach, describe, expect, it } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SystemClock } from '../../config/clock.js';
import { createHttpApplication } from '../application/create-http-application.js';
import { HealthModule, healthPolicies } from './health.module.js';
import { type ReadinessCheck, ReadinessChecks } from './readiness-checks.js';

describe('health', () => {
  let app: NestFastifyApplication;
  afterEach(() => app.close());

  async function ask(path: string, checks: ReadinessCheck[]) {
    app = await createHttpApplication({
      module: HealthModule.with(new ReadinessChecks(checks, 50)),
      services: [],
      policies: healthPolicies,
      authenticator: { authenticate: async () => null },
      clock: new SystemClock(),
    });
    await app.listen(0, '127.0.0.1');
    const answer = await fetch(`${await app.getUrl()}${path}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  const database: ReadinessCheck = { name: 'database', reason: () => undefined };
  const bus: ReadinessCheck = { name: 'bus', reason: async () => 'consumer stopped' };
  const hanging: ReadinessCheck = { name: 'hanging', reason: () => new Promise(() => {}) };
  const failing: ReadinessCheck = { name: 'failing', reason: () => Promise.reject(new TypeError('13800000000')) };

  it('is ready when all checks pass', async () => {
    expect(await ask('/health/ready', [database])).toEqual({ status: 200, body: { status: 'up' } });
  });

  it('tells what is missing', async () => {
    const { status, body } = await ask('/health/ready', [database, bus, hanging, failing]);
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: 'not-ready',
      errors: [
        { path: 'bus', message: 'consumer stopped' },
        { path: 'hanging', message: 'no answer in time' },
        { path: 'failing', message: 'TypeError' },
      ],
    });
  });

  it('lives while it is not ready', async () => {
    expect(await ask('/health/live', [bus])).toMatchObject({ status: 200 });
  });
});
