import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

const ourTag = /^"([1-9]\d{0,14})"$/;
/** No row ever has it: versions start at 1. */
const matchesNothing = 0;

/**
 * The version an `If-Match` header speaks of (RFC 9110 section 13.1.1), undefined when any will do. Weak tags and tags that we
 * never gave match nothing. Of several the greatest counts: versions only grow, so whoever knows it knows the others are gone.
 */
export function expectedVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const versions = ifMatch.split(',').map((tag) => Number(ourTag.exec(tag.trim())?.[1] ?? matchesNothing));
  return Math.max(...versions);
}

/** The version the client expects to change, or undefined, as a parameter of a controller method. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  expectedVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/**
 * Refuses a change of something that is not as the client last saw it.
 * @throws Refusal `stale-version` (412)
 */
export function assertExpected(aggregate: { readonly version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== aggregate.version) throw new Refusal(commonProblems['stale-version']);
}
