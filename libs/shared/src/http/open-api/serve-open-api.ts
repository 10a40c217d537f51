import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { definePolicies } from '../../security/route-policies.js';

const docsPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The routes that `serveOpenApi` adds, all public. */
export const openApiPolicies = definePolicies({
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /docs/': 'public',
  'GET /docs/*': 'public',
  'GET /docs/index.html': 'public',
  'GET /docs/LICENSE': 'public',
  'GET /docs/swagger-ui-init.js': 'public',
  'GET /docs/docs/swagger-ui-init.js': 'public',
});

/** Serves the document at `/openapi.json` and, rendered, at `/docs`: every asset comes from here, nothing from the internet. */
export function serveOpenApi(app: NestFastifyApplication, document: OpenAPIObject): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/docs')) reply.header('Content-Security-Policy', docsPolicy);
  });
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: document.info.title,
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}
