import type { OpenAPIObject } from '@nestjs/swagger';
import { problemResponses } from './problem-responses.js';

type Components = NonNullable<OpenAPIObject['components']>;

/** What every document has in common; `mergeOpenApi` lets these stand in several. */
export const commonComponents = {
  schemas: {
    Problem: {
      type: 'object',
      description: 'RFC 9457 problem document.',
      required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', 'errors'],
      properties: {
        type: { type: 'string', example: 'urn:sanxian:problem:not-found' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        instance: { type: 'string', description: 'The path that was asked for, without what is secret in it.' },
        code: { type: 'string', description: 'Stable; what a program decides by.', example: 'not-found' },
        traceId: { type: 'string', description: 'Quote it when you report the problem.' },
        errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
      },
    },
    FieldError: {
      type: 'object',
      required: ['path', 'code', 'message'],
      properties: {
        path: { type: 'string', example: 'contacts[1].phone' },
        code: { type: 'string', example: 'is-phone' },
        message: { type: 'string' },
      },
    },
  },
  responses: problemResponses,
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key and body get the first answer again, for 72 hours.',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
      example: '018f2d4e-7c1a-7000-8000-000000000009',
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: 'The ETag of the version to change; a newer one answers 412.',
      schema: { type: 'string' },
      example: '"1"',
    },
  },
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
} satisfies Components;
