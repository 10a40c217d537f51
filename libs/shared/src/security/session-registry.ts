/** Knows which sessions live. Only where the gateway's database is at hand: other services trust the token until it expires. */
export abstract class SessionRegistry {
  /** Null for a session that ended. */
  abstract check(sessionId: string): Promise<{ readonly identityVersion: number } | null>;
}
