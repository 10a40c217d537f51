import cookies from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idleSeconds } from './sessions.js';

const cookieName = 'sanxian_refresh';
const { parse, serialize } = cookies.fastifyCookie;

/** A browser keeps its refresh token where scripts cannot reach it, and sends it to the session routes alone. */
export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  write(request, reply, token, idleSeconds);
}

export function clearRefreshCookie(request: FastifyRequest, reply: FastifyReply): void {
  write(request, reply, '', 0);
}

export function refreshTokenInCookie({ headers }: FastifyRequest): string | undefined {
  return parse(headers.cookie ?? '')[cookieName] || undefined;
}

function write(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  const options = { httpOnly: true, sameSite: 'lax', path: '/api/v1/auth/sessions', maxAge } as const;
  void reply.header('Set-Cookie', serialize(cookieName, value, { ...options, secure: request.protocol === 'https' }));
}
