// A proxy that only passes on: the least a gateway can be.
import Fastify from 'fastify';
import { Agent, request as forward } from 'undici';

const { PORT = '0', UPSTREAM_URL = '' } = process.env;
const dispatcher = new Agent({ connections: 64 });
const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
app.all('/*', async (request, reply) => {
  const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers;
  const answer = await forward(`${UPSTREAM_URL}${request.url}`, {
    dispatcher,
    method: request.method as 'GET' | 'POST',
    headers,
    body: request.method === 'GET' ? null : (request.body as NodeJS.ReadableStream as never),
  });
  const { connection: ____, 'transfer-encoding': _____, ...returned } = answer.headers;
  return reply.code(answer.statusCode).headers(returned).send(answer.body);
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
