import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RoutePolicy } from '../../security/route-policies.js';
import { addExamples, type Operation } from './example-of.js';
import { problemsOf } from './problem-responses.js';
import { commonComponents } from './problem-schema.js';
import { reachableComponents, schemaPrefix, type Schemas } from './reachable-components.js';
import { declareFieldRules } from './declare-field-rules.js';

type Policies = Readonly<Record<string, RoutePolicy>>;
const addressHeader = {
  description: 'Where the new resource lies, if it can be read.',
  schema: { type: 'string' },
} as const;
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Adds what is true of every operation and nobody should have to write down: problems, tokens, conditional headers, examples. */
export function completeDocument(
  document: OpenAPIObject,
  policies: Policies,
  tags: Readonly<Record<string, string>> = {},
): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  declareFieldRules(schemas);
  const used = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const tag = ownerOf(path)[0]!;
    used.add(tag);
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      // Two services may give a use case one name; the whole document holds both.
      Object.assign(operation, { tags: [tag], operationId: [...ownerOf(path), operation.operationId].join('.') });
      completeOperation(operation, { method, path, policies });
      if (operation.requestBody) describeBody(operation.requestBody, schemas);
      addExamples(operation, schemas);
    }
  }
  return {
    ...document,
    // Whoever serves the document answers the requests.
    servers: [{ url: '/' }],
    tags: [...used].sort().map((name) => ({ name, description: tags[name] ?? name })),
    components: reachableComponents(document.paths, {
      ...commonComponents,
      schemas: { ...schemas, ...commonComponents.schemas },
    }),
  };
}

/** The first segment of a path, and of what lies below `admin` the second too: the service it is about. */
function ownerOf(path: string): string[] {
  const segments = path
    .replace('/api/v1/', '')
    .replace(/^\/\.?/, '')
    .split('/');
  return segments.slice(0, segments[0] === 'admin' ? 2 : 1);
}

function completeOperation(
  operation: Operation,
  { method, path, policies }: { method: string; path: string; policies: Policies },
): void {
  const policy = policies[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`];
  const parameters = (operation.parameters ??= []);
  describeParameters(parameters);
  describeResponses(operation.responses);
  const hasBody = operation.requestBody !== undefined;
  Object.assign(operation.responses, problemsOf({ method, path, policy, hasBody }));
  operation.security = policy === 'public' ? [] : [{ bearer: [] }];
  if (policy === 'public' || method === 'get') return;
  parameters.push({ $ref: `#/components/parameters/${method === 'post' ? 'IdempotencyKey' : 'IfMatch'}` });
}

/** A field with a default is declared as always there, which is true behind the pipe and not before it. */
function describeParameters(parameters: NonNullable<Operation['parameters']>): void {
  for (const parameter of parameters) {
    if ('$ref' in parameter || !parameter.schema || '$ref' in parameter.schema) continue;
    if (parameter.schema.default !== undefined) parameter.required = false;
    const isId = parameter.in === 'path' && /^id$|Id$/.test(parameter.name);
    if (isId) parameter.schema.format ??= 'uuid';
    // A number in a path counts rows.
    const counts = parameter.in === 'path' && parameter.schema.type === 'number';
    if (counts) Object.assign(parameter.schema, { type: 'integer', minimum: 1, example: 17 });
  }
}

/** Where every field may be missing, so may the body. */
function describeBody(body: NonNullable<Operation['requestBody']>, schemas: Schemas): void {
  if ('$ref' in body) return;
  const schema = body.content['application/json']?.schema;
  const named = schema && '$ref' in schema ? schemas[schema.$ref.slice(schemaPrefix.length)] : schema;
  if (named && !('$ref' in named) && named.type === 'object' && !named.required?.length) body.required = false;
}

function describeResponses(responses: Operation['responses']): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!response || '$ref' in response) continue;
    response.description ||= STATUS_CODES[status] ?? status;
    if (status === '201') response.headers = { Location: addressHeader };
  }
}
