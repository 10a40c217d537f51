import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { newId } from '../../config/new-id.js';
import { Refusal } from '../../contracts/refusal.js';
import type { Database } from '../../persistence/database.js';
import { openTestDatabase } from '../../testing/test-database.js';
import { securitySchema, silentOutbox } from '../security.fixture.js';
import { ConsentProjection } from './consent-projection.js';
import { IdentityCaughtUp } from './identity-caught-up.guard.js';

describe('IdentityCaughtUp', () => {
  const personId = newId();
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase(securitySchema, silentOutbox);
  });

  afterEach(async () => {
    await database.close();
  });

  const see = (aggregateVersion: number) =>
    database.unitOfWork.run((tx) => new ConsentProjection().see(personId, { tx, aggregateVersion }));
  const admit = (identityVersion: number) => {
    const request = { principal: { accountId: personId, identityVersion } };
    return new IdentityCaughtUp(database.reads).canActivate(new ExecutionContextHost([request]));
  };

  it('lets pass at once when the service has seen as much as the gateway, or more', async () => {
    await see(3);
    const from = performance.now();
    expect(await admit(2)).toBe(true);
    expect(await admit(3)).toBe(true);
    expect(performance.now() - from).toBeLessThan(900);
  });

  it('lets pass at once when the gateway did not say how far it is', async () => {
    expect(await admit(0)).toBe(true);
  });

  it('waits for an event that is on its way', async () => {
    await see(2);
    let admitted = false;
    const waiting = admit(3).then((answer) => (admitted = answer));
    await new Promise((resolve) => setImmediate(resolve));
    expect(admitted).toBe(false);
    await see(3);
    expect(await waiting).toBe(true);
  });

  it('asks to come again when the event does not arrive within a second', async () => {
    const from = performance.now();
    const refusal: unknown = await admit(1).catch((error: unknown) => error);
    expect(performance.now() - from).toBeGreaterThanOrEqual(990);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      problem: { code: 'projection-behind', status: 503 },
      options: { retryAfterSeconds: 1 },
    });
  });
});
