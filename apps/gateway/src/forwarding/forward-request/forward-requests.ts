import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { idsOnly, type Tracer } from '@sanxian/shared/config';
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
import type { Upstream, UpstreamRequest } from '../upstream.js';
import { answerHeaders, requestHeaders } from './forwarded-headers.js';
import { limitedBody } from './limited-body.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const mostBodyBytes = 102_400;

export interface Forwarding {
  /** By the name in the path: `/api/v1/<name>/…` and `/api/v1/admin/<name>/…`. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  readonly authenticator: Authenticator;
  readonly deadlineMilliseconds: number;
  /** Spans of what the services are asked; only their ids unless told. */
  readonly tracer?: Tracer;
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
          handler: (request, reply) => forward(request, reply, { name, upstream }, forwarding),
        });
      }
    }
  });
}

interface Service {
  readonly name: string;
  readonly upstream: Upstream;
}

async function forward(request: FastifyRequest, reply: FastifyReply, service: Service, forwarding: Forwarding) {
  const body = bodyOf(request);
  const headers = {
    ...requestHeaders(request.headers, body !== undefined),
    ...(await ownHeaders(request, forwarding)),
  };
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const answer = await ask(service, request, forwarding, {
    method: request.method,
    path: request.raw.url!,
    headers,
    body,
    signal: gone.signal,
  });
  return reply.code(answer.statusCode).headers(answerHeaders(answer.headers)).send(answer.body);
}

/** In a span of its own, which the service's begins below. */
async function ask(
  { name, upstream }: Service,
  { method, traceparent: parent }: FastifyRequest,
  { tracer = idsOnly }: Forwarding,
  asked: UpstreamRequest,
) {
  const attributes = { 'http.request.method': method, 'server.address': name };
  const span = tracer.start({ name: `${method} ${name}`, kind: 'client', parent, attributes });
  try {
    const answer = await upstream.request({ ...asked, headers: { ...asked.headers, traceparent: span.traceparent } });
    const status = answer.statusCode;
    span.end({ failed: status >= 500, attributes: { 'http.response.status_code': status } });
    return answer;
  } catch (error) {
    span.end({ failed: true });
    throw error;
  }
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
