import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refreshTokenInCookie } from './refresh-cookie.js';

/** The refresh token a browser sent along, as a parameter of a controller method. */
export const CookieRefreshToken = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined =>
  refreshTokenInCookie(context.switchToHttp().getRequest<FastifyRequest>()),
);
