import { HttpException } from '@nestjs/common';
import type { ProblemType } from '../../contracts/problem-type.js';
import { Refusal } from '../../contracts/refusal.js';
import { NobodyWaits } from '../../persistence/answer-awaited.js';
import { isDatabaseShortage } from '../../persistence/database-unavailable.js';
import { StaleVersion } from '../../persistence/transaction.js';
import { commonProblems } from './common-problems.js';

const byStatus: Readonly<Record<number, ProblemType>> = {
  400: commonProblems['malformed-request'],
  401: commonProblems.unauthenticated,
  403: commonProblems.forbidden,
  404: commonProblems['not-found'],
  408: commonProblems['request-timeout'],
  413: commonProblems['too-large'],
  // The router's answer to a path parameter beyond any id of ours.
  414: commonProblems['not-found'],
  415: commonProblems['unsupported-media-type'],
  429: commonProblems['too-many-requests'],
  431: commonProblems['headers-too-large'],
  503: commonProblems.unavailable,
};

/** The refusal an error of the framework or the database amounts to; undefined for a bug. */
export function refusalOf(error: unknown, conditional: boolean): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof StaleVersion) {
    return new Refusal(commonProblems[conditional ? 'stale-version' : 'changed-meanwhile']);
  }
  if (error instanceof NobodyWaits) return new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 1 });
  if (isDatabaseShortage(error)) return new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 5 });
  const problem = byStatus[statusOf(error) ?? 0];
  return problem && new Refusal(problem);
}

/** Nest's exceptions and Fastify's errors carry the HTTP status they mean. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const fromFastify = error instanceof Error && 'code' in error && String(error.code).startsWith('FST_');
  return fromFastify && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
