import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from '../../config/trace-context.js';
import { Refusal } from '../../contracts/refusal.js';
import { readerLanguage } from '../access/reader-language.js';
import { shownPath } from '../application/request-path.js';
import { isDatabaseShortage } from '../../persistence/database-unavailable.js';
import { InvalidInput } from '../validation/invalid-input.js';
import { commonProblems } from './common-problems.js';
import { problemDocument } from './problem-document.js';
import { refusalOf } from './refusal-of.js';

const logger = new Logger('Http');

/** Answers any error with a problem document. Nothing of a bug but its trace id leaves the process. */
export function writeProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const traceId = traceIdOf(request.traceparent);
  const cause = error instanceof InvalidInput ? error : expected(error, request, traceId);
  const language = readerLanguage(request);
  const document = problemDocument(cause, { language, path: shownPath(request.url), traceId });
  const wait = cause instanceof Refusal ? cause.options.retryAfterSeconds : undefined;
  if (wait !== undefined) void reply.header('Retry-After', String(wait));
  if (document.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  // The handler may have come as far as naming a resource that was rolled back afterwards.
  void reply.removeHeader('Location').removeHeader('ETag');
  void reply
    .code(document.status)
    .headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': language })
    .send(JSON.stringify(document));
}

function expected(error: unknown, request: FastifyRequest, traceId: string): Refusal {
  const refusal = refusalOf(error, request.headers['if-match'] !== undefined);
  if (refusal && !isDatabaseShortage(error)) return refusal;
  logger.error(`${request.method} ${request.routeOptions.url ?? '(no route)'} ${traceId}`, whereItHappened(error));
  return refusal ?? new Refusal(commonProblems['internal-error']);
}

/** Name, code and stack without the messages: drivers and parsers quote values in them, which may be personal. */
export function whereItHappened(error: unknown): string {
  if (!(error instanceof Error)) return `threw a ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? '' : `\ncaused by ${whereItHappened(error.cause)}`;
  return `${error.name}${code}\n${frames.join('\n')}${cause}`;
}
