import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mergeOpenApi } from '@sanxian/shared/http';
import type { OpenAPIObject } from '@nestjs/swagger';

const require = createRequire(import.meta.url);
const services = ['gateway', 'donations', 'volunteers', 'notifications'] as const;

/** The committed documents of all services as one. */
export function wholeOpenApi(): OpenAPIObject {
  const documents = services.map((service) => {
    const file = require.resolve(`@sanxian/${service}/openapi.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject;
  });
  const info = {
    title: '三献 Sanxian',
    version: '1',
    description: 'Volunteer and donation coordination for Red Cross societies: all services.',
  };
  return mergeOpenApi(info, documents);
}
