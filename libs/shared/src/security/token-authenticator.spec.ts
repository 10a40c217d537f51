import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { createLocalJWKSet, errors, importJWK, SignJWT } from 'jose';
import { FakeClock } from '../testing/fake-clock.js';
import { AccessTokenSigner, type AccessTokenClaims } from './access-token-signer.js';
import { type KnownVersions, SessionRegistry } from './session-registry.js';
import { generateSigningKey, type SigningKey } from './signing-key.js';
import { TokenAuthenticator } from './token-authenticator.js';

const claims: AccessTokenClaims = {
  accountId: 'account-1',
  sessionId: 'session-1',
  kind: 'staff',
  roles: ['coordinator', 'ops'],
  branchIds: ['branch-1'],
};
const principal = { ...claims, identityVersion: 0, profileVersion: 0 };
const jwtClaims = { sid: 'session-1', kind: 'citizen', roles: ['citizen'], branches: [] };

class Sessions extends SessionRegistry {
  readonly living = new Map([['session-1', 1]]);

  override async check(sessionId: string): Promise<KnownVersions | null> {
    const identityVersion = this.living.get(sessionId);
    return identityVersion === undefined ? null : { identityVersion, profileVersion: 0 };
  }
}

describe('TokenAuthenticator', () => {
  let key: SigningKey;
  let otherKey: SigningKey;
  let clock: FakeClock;
  let signer: AccessTokenSigner;
  let authenticator: TokenAuthenticator;

  beforeAll(async () => {
    [key, otherKey] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  });

  beforeEach(() => {
    clock = new FakeClock('2026-11-23T08:00:00.000Z');
    signer = new AccessTokenSigner(key, clock);
    authenticator = new TokenAuthenticator({ keys: createLocalJWKSet(signer.publicKeySet()), clock });
  });

  /** A token that is right in all but what is changed about it. */
  const tokenWith = async (change: {
    payload?: object;
    header?: object;
    issuer?: string;
    audience?: string;
    subject?: string;
    signedWith?: SigningKey;
  }) => {
    const token = new SignJWT({ ...jwtClaims, ...change.payload })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.keyId, ...change.header })
      .setIssuer(change.issuer ?? 'sanxian')
      .setAudience(change.audience ?? 'sanxian')
      .setSubject(change.subject ?? 'account-1');
    if (!change.payload || !('exp' in change.payload)) token.setExpirationTime(new Date(clock.now().getTime() + 1_000));
    return token.sign(await importJWK((change.signedWith ?? key).privateJwk, 'EdDSA'));
  };

  it('knows the bearer of a signed token, the second time without asking for the key', async () => {
    let askedForKeys = 0;
    const keySet = createLocalJWKSet(signer.publicKeySet());
    const counting = new TokenAuthenticator({
      keys: (...input) => {
        askedForKeys += 1;
        return keySet(...input);
      },
      clock,
    });
    const { token } = await signer.sign(claims);
    expect(await counting.authenticate(token)).toEqual(principal);
    expect(await counting.authenticate(token)).toEqual(principal);
    expect(askedForKeys).toBe(1);
  });

  it('lets a token go after ten minutes, remembered or not', async () => {
    const { token, expiresAt } = await signer.sign(claims);
    expect(expiresAt.toISOString()).toBe('2026-11-23T08:10:00.000Z');
    await authenticator.authenticate(token);
    clock.set('2026-11-23T08:09:59.999Z');
    expect(await authenticator.authenticate(token)).toEqual(principal);
    clock.set('2026-11-23T08:10:00.000Z');
    expect(await authenticator.authenticate(token)).toBeNull();
    expect(
      await new TokenAuthenticator({ keys: createLocalJWKSet(signer.publicKeySet()), clock }).authenticate(token),
    ).toBeNull();
  });

  it('asks every time whether the session lives, and how far the account has come', async () => {
    const sessions = new Sessions();
    const asking = new TokenAuthenticator({ keys: createLocalJWKSet(signer.publicKeySet()), clock, sessions });
    const { token } = await signer.sign(claims);
    expect(await asking.authenticate(token)).toEqual({ ...principal, identityVersion: 1 });
    sessions.living.set('session-1', 2);
    expect(await asking.authenticate(token)).toEqual({ ...principal, identityVersion: 2 });
    sessions.living.clear();
    expect(await asking.authenticate(token)).toBeNull();
  });

  it('takes the right token (so the next tests refuse for what they change)', async () => {
    expect(await authenticator.authenticate(await tokenWith({}))).toMatchObject({ accountId: 'account-1' });
  });

  it.each<[string, Parameters<typeof tokenWith>[0]]>([
    ['of another issuer', { issuer: 'somebody' }],
    ['for another audience', { audience: 'somebody' }],
    ['with a key id nobody has', { header: { kid: 'unknown' } }],
    ['that expired', { payload: { exp: 1 } }],
    ['that never expires', { payload: { exp: undefined } }],
    ['with a role that does not exist', { payload: { roles: ['admin'] } }],
    ['with roles in a text', { payload: { roles: 'ops' } }],
    ['of another kind', { payload: { kind: 'root' } }],
    ['without a session', { payload: { sid: undefined } }],
    ['with an extension it calls critical', { header: { crit: ['x'], x: 1 } }],
  ])('refuses a token %s', async (_, change) => {
    const token = await tokenWith(change).catch(() => craftedToken(change));
    expect(await authenticator.authenticate(token)).toBeNull();
  });

  /** For headers that a decent library does not sign. */
  const craftedToken = ({ header = {} }: { header?: object }) => {
    const encoded = [{ alg: 'EdDSA', kid: key.keyId, ...header }, jwtClaims].map(base64urlOf);
    return `${encoded.join('.')}.${'A'.repeat(86)}`;
  };

  it("refuses a token signed with another key under our key's id", async () => {
    expect(await authenticator.authenticate(await tokenWith({ signedWith: otherKey }))).toBeNull();
  });

  it('refuses a token without a signature', async () => {
    const [, payload = ''] = (await signer.sign(claims)).token.split('.');
    for (const alg of ['none', 'None', 'NONE']) {
      expect(await authenticator.authenticate(`${base64urlOf({ alg, kid: key.keyId })}.${payload}.`)).toBeNull();
    }
  });

  it('refuses a token whose secret is our public key', async () => {
    const [, payload = ''] = (await signer.sign(claims)).token.split('.');
    const signed = `${base64urlOf({ alg: 'HS256', kid: key.keyId, typ: 'JWT' })}.${payload}`;
    const secrets = [
      JSON.stringify(key.publicJwk),
      key.publicJwk.x ?? '',
      Buffer.from(key.publicJwk.x ?? '', 'base64url'),
    ];
    for (const secret of secrets) {
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await authenticator.authenticate(`${signed}.${signature}`)).toBeNull();
    }
  });

  it('refuses a token of another algorithm even when the key fits it', async () => {
    const secret = new TextEncoder().encode('a secret of more than thirty-two bytes');
    const shared = new TokenAuthenticator({ keys: async () => secret, clock });
    const token = await new SignJWT(jwtClaims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('sanxian')
      .setAudience('sanxian')
      .setSubject('account-1')
      .setExpirationTime(new Date(clock.now().getTime() + 1_000))
      .sign(secret);
    expect(await shared.authenticate(token)).toBeNull();
  });

  it('refuses a token with other claims under the old signature, also once the old one is remembered', async () => {
    const { token } = await signer.sign({ ...claims, roles: ['citizen'] });
    await authenticator.authenticate(token);
    const [header, payload = '', signature] = token.split('.');
    const fields = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const promoted = base64urlOf({ ...fields, roles: ['ops'] });
    expect(await authenticator.authenticate(`${header}.${promoted}.${signature}`)).toBeNull();
  });

  it('takes tokens of both keys while keys change, if they say which', async () => {
    const otherSigner = new AccessTokenSigner(otherKey, clock);
    const keys = [...signer.publicKeySet().keys, ...otherSigner.publicKeySet().keys];
    const both = new TokenAuthenticator({ keys: createLocalJWKSet({ keys }), clock });
    expect(await both.authenticate((await signer.sign(claims)).token)).toEqual(principal);
    expect(await both.authenticate((await otherSigner.sign(claims)).token)).toEqual(principal);
    expect(await both.authenticate(await tokenWith({ header: { kid: undefined } }))).toBeNull();
  });

  it('refuses whatever else is sent, without a fault', async () => {
    const { token } = await signer.sign(claims);
    const [header = '', payload = ''] = token.split('.');
    const part = fc.oneof(
      fc.constantFrom('', header, payload, 'e30', 'bnVsbA', 'W10'),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.string({ unit: 'grapheme' }),
    );
    const tokens = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.'));
    await fc.assert(
      fc.asyncProperty(tokens, async (sent) => expect(await authenticator.authenticate(sent)).toBeNull()),
    );
  });

  it('does not take an unreachable key server for a bad token', async () => {
    const unreachable = new TokenAuthenticator({ keys: () => Promise.reject(new errors.JWKSTimeout()), clock });
    const { token } = await signer.sign(claims);
    await expect(unreachable.authenticate(token)).rejects.toThrow(errors.JWKSTimeout);
  });

  it('forgets the oldest of very many tokens, and still knows them', async () => {
    let verified = 0;
    const publicKey = await importJWK(key.publicJwk, 'EdDSA');
    const counting = new TokenAuthenticator({
      keys: async () => {
        verified += 1;
        return publicKey;
      },
      clock,
      mostRemembered: 3,
    });
    const sign = async (accountId: string) => (await signer.sign({ ...claims, accountId })).token;
    const tokens = await Promise.all(['a', 'b', 'c', 'd'].map(sign));
    for (const token of tokens) await counting.authenticate(token);
    expect(verified).toBe(4);
    for (const token of tokens.slice(1)) await counting.authenticate(token);
    expect(verified).toBe(4);
    expect(await counting.authenticate(tokens[0] ?? '')).toMatchObject({ accountId: 'a' });
    expect(verified).toBe(5);
  });
});

const base64urlOf = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
