import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { refreshTokenInCookie, setRefreshCookie } from './refresh-cookie.js';
import type { SessionResponse } from './session.dto.js';

/** Moves the refresh token from the answer into the cookie for clients that said they are a browser, or came with it. */
@Injectable()
export class RefreshTokenDelivery implements NestInterceptor<SessionResponse, SessionResponse> {
  intercept(context: ExecutionContext, next: CallHandler<SessionResponse>): Observable<SessionResponse> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (!isBrowser(request)) return next.handle();
    return next.handle().pipe(
      map(({ refreshToken, ...answer }) => {
        if (refreshToken !== undefined) setRefreshCookie(request, reply, refreshToken);
        return answer;
      }),
    );
  }
}

function isBrowser(request: FastifyRequest): boolean {
  return request.headers['x-sanxian-client'] === 'web' || cameWithCookieAlone(request);
}

/** A token that came in the body goes back in the body, whatever cookies lie around. */
function cameWithCookieAlone(request: FastifyRequest): boolean {
  const body = request.body as { refreshToken?: unknown } | undefined;
  return request.url.endsWith('/refresh') && refreshTokenInCookie(request) !== undefined && !body?.refreshToken;
}
