import type { OpenAPIObject } from '@nestjs/swagger';
import type { Api } from '../tour/api.js';
import { type KnownIds, kindOfPath } from './known-ids.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * Makes a person own one of each: sends the documented example of every operation that creates something, and reads every
 * list. What is refused is passed over. Twice, since some things take others.
 */
export async function settleIn(api: Api, document: OpenAPIObject, known: KnownIds): Promise<void> {
  const operations = Object.entries(document.paths);
  for (let round = 1; round <= 2; round += 1) {
    for (const [path, { get }] of operations) if (get) await read(api, path, get, known);
    for (const [path, { post }] of operations) if (post && creates(post)) await create(api, path, post, known);
  }
  for (const [path, { get }] of operations) if (get) await read(api, path, get, known);
}

/** Whoever logs in here would leave the person they are. */
const creates = ({ responses, security = [] }: Operation): boolean => '201' in responses && security.length > 0;

async function read(api: Api, path: string, operation: Operation, known: KnownIds): Promise<void> {
  const { 200: answer } = operation.responses;
  if (!answer || '$ref' in answer || !answer.content?.['application/json']) return;
  const { status, body } = await api.send('GET', addressOf(path, operation, known));
  if (status === 200) known.learn(path, body);
}

async function create(api: Api, path: string, operation: Operation, known: KnownIds): Promise<void> {
  const { requestBody } = operation;
  const example: unknown =
    requestBody && !('$ref' in requestBody) ? requestBody.content['application/json']?.example : undefined;
  const { status, body } = await api.send('POST', addressOf(path, operation, known), known.filledIn(example));
  if (status === 201) known.learn(path, body);
}

/** The path with ids that exist, or else with those of the document's examples. */
function addressOf(path: string, { parameters = [] }: Operation, known: KnownIds): string {
  return path.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const [before = ''] = path.split(placeholder);
    const parameter = parameters.find((candidate) => 'name' in candidate && candidate.name === name);
    const [id] = known.some(kindOfPath(before.replace(/\/$/, '')));
    return id ?? String(parameter && 'example' in parameter ? parameter.example : '');
  });
}
