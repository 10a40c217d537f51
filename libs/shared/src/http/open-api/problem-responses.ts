import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemType } from '../../contracts/problem-type.js';
import { Refusal, type FieldError } from '../../contracts/refusal.js';
import type { RoutePolicy } from '../../security/route-policies.js';
import { commonProblems } from '../problems/common-problems.js';
import { problemDocument } from '../problems/problem-document.js';

type Response = Exclude<NonNullable<NonNullable<OpenAPIObject['components']>['responses']>[string], { $ref: string }>;

const wrongField: FieldError = {
  path: 'contacts[1].phone',
  code: 'is-phone',
  message: '请填写十一位中国大陆手机号码。',
};

/** A problem response, shown by one problem that has its status. */
function response(description: string, problem: ProblemType, errors: readonly FieldError[] = []): Response {
  const example = problemDocument(new Refusal(problem, {}, errors), {
    language: 'zh-CN',
    path: '/api/v1/me',
    traceId: '0af7651916cd43dd8448eb211c80319c',
  });
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

/** What an operation may answer instead of what was asked for; `default` stands for all that is not listed. */
export const problemResponses = {
  Problem: response('A problem, in the language of Accept-Language (zh-CN, en).', commonProblems.unavailable),
  Invalid: response(
    'Not readable, or not what this operation takes; `errors` names the fields.',
    {
      ...commonProblems['invalid-request'],
    },
    [wrongField],
  ),
  Unauthenticated: response('Nobody is logged in, or the log-in has ended.', commonProblems.unauthenticated),
  Forbidden: response('This account may not do that.', commonProblems.forbidden),
  NotFound: response('There is nothing here that the reader may see.', commonProblems['not-found']),
  Conflict: response(
    'A rule says no, or the state has changed; `code` tells which.',
    commonProblems['changed-meanwhile'],
  ),
  Stale: response('The version in If-Match is not the newest.', commonProblems['stale-version']),
  TooLarge: response('More than 100 kB.', commonProblems['too-large']),
  UnsupportedMediaType: response('The body is not application/json.', commonProblems['unsupported-media-type']),
  KeyReused: response('The Idempotency-Key came with another body.', commonProblems['idempotency-key-reused']),
} satisfies Record<string, Response>;

/** The problems that follow from what an operation is: who may call it, and what it takes. */
export function problemsOf(operation: {
  readonly method: string;
  readonly path: string;
  readonly policy: RoutePolicy | undefined;
  readonly hasBody: boolean;
}): Record<string, { $ref: string }> {
  const { method, path, policy, hasBody } = operation;
  const needsToken = policy !== 'public';
  const changes = method !== 'get';
  const names: Partial<Record<string, keyof typeof problemResponses>> = {
    400: 'Invalid',
    ...(needsToken ? { 401: 'Unauthenticated', 403: 'Forbidden' } : {}),
    ...(path.includes('{') || (policy instanceof Object && policy.hidden) ? { 404: 'NotFound' } : {}),
    ...(changes ? { 409: 'Conflict' } : {}),
    ...(needsToken && changes && method !== 'post' ? { 412: 'Stale' } : {}),
    ...(hasBody ? { 413: 'TooLarge', 415: 'UnsupportedMediaType' } : {}),
    ...(needsToken && method === 'post' ? { 422: 'KeyReused' } : {}),
    default: 'Problem',
  };
  return Object.fromEntries(
    Object.entries(names).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
