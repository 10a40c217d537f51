import { importJWK, SignJWT } from 'jose';
import type { Clock } from '../config/clock.js';
import type { AccountKind, Role } from './principal.js';
import type { SigningKey } from './signing-key.js';

export const tokenIssuer = 'sanxian';
export const tokenAudience = 'sanxian';
const lifetimeMilliseconds = 10 * 60_000;

export interface AccessTokenClaims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kind: AccountKind;
  readonly roles: readonly Role[];
  readonly branchIds: readonly string[];
}

/** Signs the short-lived tokens every service verifies by itself (EdDSA, Ed25519, ten minutes). */
export class AccessTokenSigner {
  constructor(
    private readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  async sign(claims: AccessTokenClaims): Promise<{ token: string; expiresAt: Date }> {
    const issuedAt = this.clock.now();
    const expiresAt = new Date(issuedAt.getTime() + lifetimeMilliseconds);
    const token = await new SignJWT({
      sid: claims.sessionId,
      kind: claims.kind,
      roles: claims.roles,
      branches: claims.branchIds,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.key.keyId })
      .setIssuer(tokenIssuer)
      .setAudience(tokenAudience)
      .setSubject(claims.accountId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(await importJWK(this.key.privateJwk, 'EdDSA'));
    return { token, expiresAt };
  }

  /** The public half, as `/.well-known/jwks.json` shows it. */
  publicKeySet(): { keys: SigningKey['publicJwk'][] } {
    return { keys: [this.key.publicJwk] };
  }
}
