import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '@sanxian/shared/contracts';
import {
  bearerToken,
  commonProblems,
  forwardedVersions,
  timeLeftHeader,
  type Authenticator,
} from '@sanxian/shared/http';
import { publicRoutes, type RoutePolicies } from '@sanxian/shared/security';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Upstream } from '../upstream.js';
import { answerHeaders, requestHeaders } from './forwarded-headers.js';
import { limitedBody } from './limited-body.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const mostBodyBytes = 102_400;

export interface Forwarding {
  /** By the name in the path: `/api/v1/<name>/…` and `/api/v1/admin/<name>/…`. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  readonly authenticator: Authenticator;
  readonly deadlineMilliseconds: number;
}

const pathsOf = (service: string): string[] => [
  `/api/v1/${service}`,
  `/api/v1/${service}/*`,
  `/api/v1/admin/${service}/*`,
];

/** Open to everybody here: the service itself decides, and knows its routes. */
export function forwardingPolicies(services: Iterable<string>): RoutePolicies {
  const paths = [...services].flatMap(pathsOf);
  return publicRoutes(paths.flatMap((path) => methods.map((method) => `${method} ${path}`)));
}

/** Passes requests below a service's paths on to it, and its answers back, both as they come. */
export function forwardRequests(http: NestFastifyApplication, forwarding: Forwarding): void {
  const server: FastifyInstance = http.getHttpAdapter().getInstance();
  void server.register(async (scope) => {
    // Bodies pass by unread; what they may be is for the service to say.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const [name, upstream] of forwarding.upstreams) {
      for (const url of pathsOf(name)) {
        scope.route({
          method: [...methods],
          url,
          handler: (request, reply) => forward(request, reply, upstream, forwarding),
        });
      }
    }
  });
}

async function forward(request: FastifyRequest, reply: FastifyReply, upstream: Upstream, forwarding: Forwarding) {
  const body = bodyOf(request);
  const headers = {
    ...requestHeaders(request.headers, body !== undefined),
    ...(await ownHeaders(request, forwarding)),
  };
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const answer = await upstream.request({
    method: request.method,
    path: request.raw.url!,
    headers,
    body,
    signal: gone.signal,
  });
  return reply.code(answer.statusCode).headers(answerHeaders(answer.headers)).send(answer.body);
}

/** What the service is to know of the request beside what the client said. A token that is no good here is none. */
async function ownHeaders(request: FastifyRequest, { authenticator, deadlineMilliseconds }: Forwarding) {
  const token = bearerToken(request.headers.authorization);
  const principal = token === undefined ? null : await authenticator.authenticate(token);
  return {
    ...(principal && {
      authorization: `Bearer ${token}`,
      [forwardedVersions.identity]: String(principal.identityVersion),
      [forwardedVersions.profile]: String(principal.profileVersion),
    }),
    traceparent: request.traceparent,
    'x-request-id': request.id,
    'x-forwarded-for': request.ip,
    [timeLeftHeader]: String(deadlineMilliseconds),
  };
}

/** Only a request that the server takes a body from has one; `body` is then the stream itself. */
function bodyOf(request: FastifyRequest): (() => Readable) | undefined {
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes) throw new Refusal(commonProblems['too-large']);
  const body = request.body as Readable | undefined;
  return body && (() => Readable.from(limitedBody(body, mostBodyBytes), { objectMode: false }));
}
