import type { FastifyReply, FastifyRequest } from 'fastify';
import { idleSeconds } from './sessions.js';

const cookieName = 'sanxian_refresh';

/** A browser keeps its refresh token where scripts cannot reach it, and sends it to the session routes alone. */
export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  write(request, reply, token, idleSeconds);
}

export function clearRefreshCookie(request: FastifyRequest, reply: FastifyReply): void {
  write(request, reply, '', 0);
}

export function refreshTokenInCookie({ headers }: FastifyRequest): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([name]) => name === cookieName)?.[1] || undefined;
}

/** The value is base64url, which a cookie takes as it is. */
function write(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  const attributes = [`Max-Age=${maxAge}`, 'Path=/api/v1/auth/sessions', 'HttpOnly', 'SameSite=Lax'];
  if (request.protocol === 'https') attributes.push('Secure');
  void reply.header('Set-Cookie', [`${cookieName}=${value}`, ...attributes].join('; '));
}
