import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Language } from '../../contracts/language.js';

/** The language to answer in: zh-CN unless `Accept-Language` prefers English. */
export function readerLanguage(request: { headers: FastifyRequest['headers'] }): Language {
  const best = new Negotiator({ headers: request.headers }).language(['zh-CN', 'zh', 'en']);
  return best === 'en' ? 'en' : 'zh-CN';
}

/** The reader's language as a parameter of a controller method. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  readerLanguage(context.switchToHttp().getRequest<FastifyRequest>()),
);
