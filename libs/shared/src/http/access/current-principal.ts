import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../security/principal.js';

/** Who is asking, as a parameter of a controller method. On a public route nobody is: asking there is a bug. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Error(`${routeOptions.url} is public and knows no principal`);
  return principal;
});
