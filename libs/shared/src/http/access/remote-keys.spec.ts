import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, SystemClock } from '../../config/clock.js';
import { Refusal } from '../../contracts/refusal.js';
import { AccessTokenSigner } from '../../security/access-token-signer.js';
import { generateSigningKey } from '../../security/signing-key.js';
import { TokenAuthenticator } from '../../security/token-authenticator.js';
import { remoteKeys } from './remote-keys.js';

const clock: Clock = new SystemClock();
const claims = { accountId: 'a', sessionId: 's', kind: 'citizen', roles: ['citizen'], branchIds: [] } as const;
let gateway: Server | undefined;

afterEach(() => {
  gateway?.closeAllConnections();
  gateway?.close();
});

async function publish(signer: AccessTokenSigner): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  gateway = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(signer.publicKeySet()));
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  return { url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/jwks.json`, asked: () => asked };
}

describe('keys fetched from the gateway', () => {
  it('are fetched once, and go on to serve when the gateway is down', async () => {
    const signer = new AccessTokenSigner(await generateSigningKey(), clock);
    const { url, asked } = await publish(signer);
    const authenticator = new TokenAuthenticator({ keys: remoteKeys(url), clock });
    for (const accountId of ['one', 'two']) {
      const { token } = await signer.sign({ ...claims, accountId });
      expect(await authenticator.authenticate(token)).toMatchObject({ accountId });
    }
    expect(asked()).toBe(1);
    gateway?.closeAllConnections();
    gateway?.close();
    const { token } = await signer.sign({ ...claims, accountId: 'three' });
    expect(await authenticator.authenticate(token)).toMatchObject({ accountId: 'three' });
  });

  it('that cannot be had at all make the service unavailable, not the token bad', async () => {
    const signer = new AccessTokenSigner(await generateSigningKey(), clock);
    const authenticator = new TokenAuthenticator({ keys: remoteKeys('http://127.0.0.1:9/jwks.json'), clock });
    const { token } = await signer.sign(claims);
    const refused = await authenticator.authenticate(token).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).problem.status).toBe(503);
  });

  it('do not know a token that somebody else signed', async () => {
    const { url } = await publish(new AccessTokenSigner(await generateSigningKey(), clock));
    const authenticator = new TokenAuthenticator({ keys: remoteKeys(url), clock });
    const { token } = await new AccessTokenSigner(await generateSigningKey(), clock).sign(claims);
    expect(await authenticator.authenticate(token)).toBeNull();
  });
});
