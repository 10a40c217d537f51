import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { clearRefreshCookie } from '../refresh-cookie.js';

@Injectable()
export class RefreshCookieRemoval implements NestInterceptor<void, void> {
  intercept(context: ExecutionContext, next: CallHandler<void>): Observable<void> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(tap(() => clearRefreshCookie(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())));
  }
}
