import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

const deadlineMilliseconds = 2_000;
const pauseMilliseconds = 5_000;

/**
 * The gateway's public keys, fetched when a token names one that is not known yet and kept as long as the process lives:
 * a gateway that is down locks nobody out who has a token.
 * @throws Refusal `unavailable` while there are no keys at all
 */
export function remoteKeys(url: string): JWTVerifyGetKey {
  const keySet = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Infinity,
    cooldownDuration: pauseMilliseconds,
    timeoutDuration: deadlineMilliseconds,
  });
  return async (header, token) => {
    try {
      return await keySet(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 2 });
    }
  };
}
