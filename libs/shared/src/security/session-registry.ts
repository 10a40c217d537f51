import type { Principal } from './principal.js';

/** How far the gateway itself has come with a person. */
export type KnownVersions = Pick<Principal, 'identityVersion' | 'profileVersion'>;

/** Knows which sessions live. Only where the gateway's database is at hand: other services trust the token until it expires. */
export abstract class SessionRegistry {
  /** Null for a session that ended. */
  abstract check(sessionId: string): Promise<KnownVersions | null>;
}
