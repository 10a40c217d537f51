import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { fillLocation, locationTemplate } from './created-at.js';

/** Gives an answer its `ETag` (from a numeric `version`) and, behind `@CreatedAt`, its `Location`. */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(tap((body: unknown) => this.addHeaders(context, body)));
  }

  private addHeaders(context: ExecutionContext, body: unknown): void {
    const template = this.reflector.get<string | undefined>(locationTemplate, context.getHandler());
    if (typeof body !== 'object' || body === null) return;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if ('version' in body && typeof body.version === 'number') void reply.header('ETag', `"${body.version}"`);
    if (template) {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      void reply.header('Location', fillLocation(template, body, request.params as object));
    }
  }
}
