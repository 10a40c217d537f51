import { createHash } from 'node:crypto';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';

const intentShape = z.strictObject({
  product: z.enum(['whole-blood', 'platelets']),
  volumeMl: z.union([z.literal(200), z.literal(300), z.literal(400)]).optional(),
  area: z.string().regex(/^\d{6}(\d{3})?$/),
});

export type NewIntent = z.infer<typeof intentShape>;

export interface StoredIntent extends NewIntent {
  readonly id: string;
  readonly registeredAt: string;
}

/** Where a reference keeps its rows. */
export interface IntentStore {
  /** Row, outbox row and idempotency record in one transaction that is on the disk when this resolves. */
  register(personId: string, scopeHash: string, bodyHash: string, intent: NewIntent): Promise<StoredIntent>;
  list(personId: string, limit: number): Promise<StoredIntent[]>;
  show(personId: string, id: string): Promise<StoredIntent | undefined>;
}

/** The routes that are measured, with as little as their promises take. */
export async function serveIntents(store: IntentStore, port: number): Promise<void> {
  const app = Fastify();
  const personOf = tokenReader();
  const path = '/api/v1/donations/blood/intents';
  app.get('/health/ready', () => ({ status: 'up' }));
  app.post(path, async (request, reply) => {
    const personId = await personOf(request);
    const key = request.headers['idempotency-key'];
    const intent = intentShape.safeParse(request.body);
    if (!personId || typeof key !== 'string' || !intent.success) return refuse(reply, personId);
    const scope = sha256(`${personId} POST ${path} ${key}`);
    const stored = await store.register(personId, scope, sha256(JSON.stringify(intent.data)), intent.data);
    return reply.code(201).header('location', `${path}/${stored.id}`).send(stored);
  });
  app.get(path, async (request, reply) => {
    const personId = await personOf(request);
    if (!personId) return refuse(reply, personId);
    return { items: await store.list(personId, 20), nextAfter: null };
  });
  app.get<{ Params: { id: string } }>(`${path}/:id`, async (request, reply) => {
    const personId = await personOf(request);
    const intent = personId && (await store.show(personId, request.params.id));
    return intent || reply.code(personId ? 404 : 401).send();
  });
  await app.listen({ port, host: '127.0.0.1' });
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

const refuse = (reply: FastifyReply, personId: string | undefined) => reply.code(personId ? 400 : 401).send();

/** A token that was verified once is known until it ends, as ours does it. */
function tokenReader(): (request: FastifyRequest) => Promise<string | undefined> {
  const keys = createRemoteJWKSet(new URL(process.env['JWKS_URL'] ?? ''));
  const known = new Map<string, { personId: string; endsAt: number }>();
  return async ({ headers }) => {
    const token = headers.authorization?.slice('Bearer '.length) ?? '';
    const remembered = known.get(token);
    if (remembered && remembered.endsAt > Date.now()) return remembered.personId;
    const { payload } = await jwtVerify(token, keys, { algorithms: ['EdDSA'] });
    if (!payload.sub || !payload.exp) return undefined;
    known.set(token, { personId: payload.sub, endsAt: payload.exp * 1_000 });
    return payload.sub;
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
