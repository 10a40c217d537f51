import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';
import { assertStorable } from '../validation/storable-json.js';

/**
 * Takes `application/json` and nothing else: strict UTF-8, no prototype poisoning, no endless nesting, no text that databases
 * cut or refuse. An empty body is no body.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length === 0) return done(null, undefined);
    try {
      assertNotCompressed(request);
      // Typed for strings although it hands over what JSON.parse gave.
      void parseJson(request, decodeUtf8(bytes), (error: Error | null, body?: unknown) => {
        if (error) throw new Refusal(commonProblems['malformed-request']);
        assertStorable(body);
        done(null, body);
      });
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

function assertNotCompressed(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') throw new Refusal(commonProblems['unsupported-media-type']);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(commonProblems['malformed-request']);
  }
}
