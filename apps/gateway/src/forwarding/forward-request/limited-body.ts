import type { Readable } from 'node:stream';
import { commonProblems } from '@sanxian/shared/http';
import { Refusal } from '@sanxian/shared/contracts';

/**
 * A request body as it arrives, and not a byte more than allowed. Nothing is read before somebody asks: a body that was
 * not begun can be sent to another address.
 * @throws Refusal `too-large` in the middle of the body
 */
export async function* limitedBody(body: Readable, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  // Left standing when nobody reads on: the answer goes out over the same connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refusal(commonProblems['too-large']);
    yield chunk;
  }
}
