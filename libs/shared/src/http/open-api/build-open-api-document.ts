import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import * as swagger from '@nestjs/swagger';
import type { RoutePolicies } from '../../security/route-policies.js';
import { completeDocument } from './complete-document.js';
import { passNotesTo } from './documented.js';

/**
 * The OpenAPI document of a module, read off its classes: nothing is instantiated, so it needs no database and no keys.
 * @param policies tell which operations need a token
 */
export async function buildOpenApiDocument(
  module: Type | DynamicModule,
  info: {
    readonly title: string;
    readonly description: string;
    readonly version: string;
    /** What the first segment of a path stands for. */
    readonly tags?: Readonly<Record<string, string>>;
  },
  policies: RoutePolicies,
): Promise<swagger.OpenAPIObject> {
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  const outline = new swagger.DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(info.title)
    .setDescription(info.description)
    .setVersion(info.version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  passNotesTo(swagger);
  const document = swagger.SwaggerModule.createDocument(app, outline, {
    autoTagControllers: false,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return completeDocument(document, policies, info.tags);
}
