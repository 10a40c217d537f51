import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';
import { docsPage, docsScript } from './docs-page.js';

/** The routes that `serveOpenApi` adds; the composition root makes them public. */
export const openApiRoutes = ['GET /openapi.json', 'GET /docs', 'GET /docs/:asset'] as const;

const pagePolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
const assetTypes: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/**
 * Serves the document at `/openapi.json` and, rendered, at `/docs`. Nothing comes from the internet: the assets are those of
 * swagger-ui-dist, which @nestjs/swagger brings along.
 */
export function serveOpenApi(
  app: NestFastifyApplication,
  document: () => OpenAPIObject | Promise<OpenAPIObject>,
): void {
  const server = app.getHttpAdapter().getInstance();
  const page = docsPage('三献 Sanxian');
  server.get('/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(await document())),
  );
  server.get('/docs', (_request, reply) =>
    reply.header('Content-Security-Policy', pagePolicy).type('text/html; charset=utf-8').send(page),
  );
  server.get<{ Params: { asset: string } }>('/docs/:asset', async (request, reply) => {
    const { asset } = request.params;
    if (asset === '') return reply.redirect('/docs', 308);
    if (asset === 'start.js') return reply.type('text/javascript; charset=utf-8').send(docsScript);
    const type = assetTypes[asset];
    if (!type) throw new Refusal(commonProblems['not-found']);
    return reply
      .type(type)
      .header('Cache-Control', 'public, max-age=86400')
      .send(await readFile(assetFile(asset)));
  });
}

/** swagger-ui-dist is found from @nestjs/swagger, whose dependency it is. */
function assetFile(asset: string): string {
  const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
  return join(dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json')), asset);
}
