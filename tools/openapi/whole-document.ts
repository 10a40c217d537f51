import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeOpenApi } from '@sanxian/shared/http';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));

/** The committed OpenAPI documents, by the file each lies in. */
export function committedDocuments(): Readonly<Record<string, OpenAPIObject>> {
  const files = readdirSync(apps)
    .map((app) => `apps/${app}/openapi.json`)
    .filter((file) => existsSync(`${apps}../${file}`));
  return Object.fromEntries(
    files.map((file) => [file, JSON.parse(readFileSync(`${apps}../${file}`, 'utf8')) as OpenAPIObject]),
  );
}

/** All of them as one, as the standalone edition serves it. */
export function wholeDocument(): OpenAPIObject {
  const documents = Object.values(committedDocuments());
  return mergeOpenApi({ title: 'Sanxian', version: '1', description: 'All services.' }, documents);
}
