import { type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../config/clock.js';
import { tokenAudience, tokenIssuer } from './access-token-signer.js';
import { roles, type Principal } from './principal.js';
import type { SessionRegistry } from './session-registry.js';

/** A few megabytes; more people than that do not ask within ten minutes. */
const usuallyMostRemembered = 10_000;

const claimsShape = z.object({
  sub: z.string(),
  sid: z.string(),
  kind: z.enum(['citizen', 'staff']),
  roles: z.array(z.enum(roles)),
  branches: z.array(z.string()),
  exp: z.number(),
});

interface VerifiedToken {
  readonly principal: Principal;
  readonly expiresAt: number;
}

/** Tells who is behind a bearer token. Verified tokens are remembered until they expire; sessions are asked every time. */
export class TokenAuthenticator {
  private readonly verified = new Map<string, VerifiedToken>();

  constructor(
    private readonly parts: {
      /** Finds the public key: `createLocalJWKSet` or `createRemoteJWKSet` of jose. */
      keys: JWTVerifyGetKey;
      clock: Clock;
      sessions?: SessionRegistry;
      mostRemembered?: number;
    },
  ) {}

  /** Null for a token that is forged, expired, for somebody else, or whose session ended. */
  async authenticate(token: string): Promise<Principal | null> {
    const verified = this.remembered(token) ?? (await this.verify(token));
    if (!verified) return null;
    if (!this.parts.sessions) return verified.principal;
    const session = await this.parts.sessions.check(verified.principal.sessionId);
    return session && { ...verified.principal, ...session };
  }

  private remembered(token: string): VerifiedToken | undefined {
    const verified = this.verified.get(token);
    if (verified && verified.expiresAt <= this.parts.clock.now().getTime()) {
      this.verified.delete(token);
      return undefined;
    }
    return verified;
  }

  private async verify(token: string): Promise<VerifiedToken | undefined> {
    const claims = claimsShape.safeParse(await this.signedClaims(token));
    return claims.success ? this.remember(token, claims.data) : undefined;
  }

  private async signedClaims(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.parts.keys, {
        algorithms: ['EdDSA'],
        issuer: tokenIssuer,
        audience: tokenAudience,
        currentDate: this.parts.clock.now(),
      });
      return payload;
    } catch (error) {
      if (isTokenFault(error)) return undefined;
      throw error;
    }
  }

  private remember(token: string, claims: z.infer<typeof claimsShape>): VerifiedToken {
    const verified = {
      expiresAt: claims.exp * 1000,
      principal: {
        accountId: claims.sub,
        kind: claims.kind,
        roles: claims.roles,
        branchIds: claims.branches,
        sessionId: claims.sid,
        identityVersion: 0,
        profileVersion: 0,
      },
    };
    // Insertion order is age: the oldest goes first.
    const { mostRemembered = usuallyMostRemembered } = this.parts;
    this.verified.set(token, verified);
    const [oldest] = this.verified.keys();
    if (oldest !== undefined && this.verified.size > mostRemembered) this.verified.delete(oldest);
    return verified;
  }
}

/** jose marks what is wrong with the token itself; anything else (no key server, a bug) is not the caller's fault. */
function isTokenFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_JWT_') || code.startsWith('ERR_JWS_') || otherTokenFaults.includes(code);
}

const otherTokenFaults = [
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWKS_NO_MATCHING_KEY',
  // A token that names no key while there are several.
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
];
