import type { buildOpenApiDocument as build } from './build-open-api-document.js';

/**
 * The OpenAPI document of a module, read off its classes: nothing is instantiated, so it needs no database and no keys.
 * Loads @nestjs/swagger only now: no server that runs pays for it.
 */
export const buildOpenApiDocument: typeof build = async (...parameters) => {
  const builder = await import('./build-open-api-document.js');
  return builder.buildOpenApiDocument(...parameters);
};
