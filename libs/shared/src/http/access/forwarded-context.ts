import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from '../../security/principal.js';

/**
 * How far the gateway has come with the person behind a forwarded request. From anybody else the headers do no harm:
 * whoever claims to know more only waits for it.
 */
export const forwardedVersions = {
  identity: 'x-sanxian-identity-version',
  profile: 'x-sanxian-profile-version',
} as const;

/** Milliseconds the gateway will still wait for the answer. */
export const timeLeftHeader = 'x-sanxian-time-left';

/** When nobody will wait for the answer any more, by `performance.now()`; undefined when the asker did not say. */
export function answerByOf(headers: IncomingHttpHeaders): number | undefined {
  const milliseconds = headers[timeLeftHeader];
  const said = typeof milliseconds === 'string' && /^\d{1,7}$/.test(milliseconds);
  return said ? performance.now() + Number(milliseconds) : undefined;
}

/** The principal with the newer of what this process and the gateway know. */
export function withForwardedVersions(principal: Principal, headers: IncomingHttpHeaders): Principal {
  return {
    ...principal,
    identityVersion: Math.max(principal.identityVersion, versionIn(headers[forwardedVersions.identity])),
    profileVersion: Math.max(principal.profileVersion, versionIn(headers[forwardedVersions.profile])),
  };
}

const versionIn = (value: string | string[] | undefined): number =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
