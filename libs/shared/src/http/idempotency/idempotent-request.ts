import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import { pathOf } from '../application/request-path.js';
import { commonProblems } from '../problems/common-problems.js';

// The package is CommonJS and its types say `export default`: what we import is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;
const visibleAscii = /^[\x21-\x7e]{1,255}$/;

/** What makes two requests the same: scope and body. */
export interface IdempotentRequest {
  readonly scopeHash: string;
  /** As canonical JSON. */
  readonly body: string;
}

/**
 * The identity of a request that asked to run once; undefined for one that did not, or that nobody is logged in for.
 * @throws Refusal `invalid-idempotency-key`
 */
export function idempotentRequest(request: FastifyRequest): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || !request.principal || key === undefined) return undefined;
  if (typeof key !== 'string' || !visibleAscii.test(key)) throw new Refusal(commonProblems['invalid-idempotency-key']);
  return {
    scopeHash: sha256(JSON.stringify([request.principal.accountId, request.method, pathOf(request.url), key])),
    body: canonicalize(request.body ?? {}) ?? '',
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
