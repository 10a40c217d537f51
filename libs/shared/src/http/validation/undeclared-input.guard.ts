import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { isInheritedName, isStorableText } from './storable-json.js';
import { InvalidInput } from './invalid-input.js';

type Query = Readonly<Record<string, string | string[]>>;

/** Refuses a body or a query that the handler does not ask for: the input pipe sees declared parameters only. */
@Injectable()
export class UndeclaredInput implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Query; Body: unknown }>>();
    const declared = declaredParameters(context);
    // A handler that takes the whole request (forwarding) looks after it by itself.
    if (declared.some(({ kind }) => kind === RouteParamtypes.REQUEST)) return true;
    assertQueryReadable(query);
    const asked = declared.filter(({ kind }) => kind === RouteParamtypes.QUERY).map(({ name }) => name);
    if (!asked.includes(undefined)) {
      const unknown = Object.keys(query).find((name) => !asked.includes(name));
      if (unknown !== undefined) throw InvalidInput.at(unknown, 'unknown-parameter');
    }
    if (!declared.some(({ kind }) => kind === RouteParamtypes.BODY)) assertNoBody(body);
    return true;
  }
}

/** What `@Body()`, `@Query('name')` and the like left behind on the method: keys are `<kind>:<index>`. */
function declaredParameters(context: ExecutionContext): { kind: RouteParamtypes; name: string | undefined }[] {
  const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Record<string, { data?: unknown }> | undefined;
  return Object.entries(declared ?? {}).map(([key, { data }]) => ({
    kind: Number(key.split(':')[0]),
    name: typeof data === 'string' ? data : undefined,
  }));
}

function assertQueryReadable(query: Query): void {
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) throw InvalidInput.at(name, 'repeated-parameter');
    if (isInheritedName(name)) throw InvalidInput.at(name, 'unknown-parameter');
    if (!isStorableText(name) || !isStorableText(value)) throw InvalidInput.at(name, 'unreadable-text');
  }
}

function assertNoBody(body: unknown): void {
  if (body === undefined) return;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const [field] = Object.keys(body);
    if (field === undefined) return;
    throw InvalidInput.at(field, 'unknown-field');
  }
  throw InvalidInput.at('', 'no-body');
}
