import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';

export const locationTemplate = Symbol('sanxian:location');

/**
 * Answers 201 with a `Location`.
 * @param path where the new resource lies; `:field` is filled from the answer's body, else from the path of the request
 */
export const CreatedAt = (path: `/${string}`): MethodDecorator =>
  applyDecorators(HttpCode(201), SetMetadata(locationTemplate, path));

/** The same with 202, for work that has only been taken on: `Location` is where it can be followed. */
export const AcceptedAt = (path: `/${string}`): MethodDecorator =>
  applyDecorators(HttpCode(202), SetMetadata(locationTemplate, path));

/** @throws Error when neither the body nor the path of the request has a field that the template names: a bug */
export function fillLocation(template: string, ...sources: readonly object[]): string {
  return template.replace(/:([A-Za-z]\w*)/g, (_, field: string) => {
    const source = sources.find((candidate) => field in candidate);
    const value: unknown = source && Reflect.get(source, field);
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`No ${field} to fill ${template}`);
    return encodeURIComponent(value);
  });
}
