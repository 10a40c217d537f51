import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RoutePolicy } from '../../security/route-policies.js';
import { commonComponents } from './problem-schema.js';
import { reachableSchemas } from './reachable-schemas.js';

type Policies = Readonly<Record<string, RoutePolicy>>;
type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
const addressHeader = { description: 'Where the new resource lies, if it can be read.', schema: { type: 'string' } };
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Adds what is true of every operation and nobody should have to write down: problems, tokens, conditional headers. */
export function completeDocument(document: OpenAPIObject, policies: Policies): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) completeOperation(operation, method, path, policies);
    }
  }
  const schemas = reachableSchemas(document.paths, document.components?.schemas ?? {});
  return {
    ...document,
    components: { ...document.components, ...commonComponents, schemas: { ...schemas, ...commonComponents.schemas } },
  };
}

function completeOperation(operation: Operation, method: string, path: string, policies: Policies): void {
  const key = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
  const isPublic = policies[key] === 'public';
  operation.tags = [path.replace('/api/v1/', '').replace(/^\//, '').split('/')[0] ?? 'other'];
  describeParameters(operation.parameters ?? []);
  describeResponses(operation.responses);
  operation.responses.default = { $ref: '#/components/responses/Problem' };
  if (isPublic) return;
  operation.security = [{ bearer: [] }];
  const parameters = (operation.parameters ??= []);
  if (method === 'post') parameters.push({ $ref: '#/components/parameters/IdempotencyKey' });
  else if (method !== 'get') parameters.push({ $ref: '#/components/parameters/IfMatch' });
}

/** A field with a default is declared as always there, which is true behind the pipe and not before it. */
function describeParameters(parameters: NonNullable<Operation['parameters']>): void {
  for (const parameter of parameters) {
    if ('$ref' in parameter || !parameter.schema || '$ref' in parameter.schema) continue;
    if (parameter.schema.default !== undefined) parameter.required = false;
  }
}

function describeResponses(responses: Operation['responses']): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!response || '$ref' in response) continue;
    response.description ||= STATUS_CODES[status] ?? status;
    if (status === '201') response.headers = { Location: addressHeader };
  }
}
