import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'undici';
import { processorMilliseconds } from '../../tools/process/processor-time.js';
import { median, percentile } from '../figures/percentile.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Any other answer ends the measurement. */
  readonly expected: number;
}

export interface HttpLoad {
  readonly url: string;
  /** Each sends its next request when the last one is answered. */
  readonly connections: number;
  readonly seconds: number;
  readonly next: (connection: number) => HttpRequest;
  /** Of the processes that answer; databases and brokers are not counted. */
  readonly processIds: readonly number[];
}

export interface Sample {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time for one request. */
  readonly processor: number;
}

/** One measurement. Own code because the load generators at hand count whole milliseconds, and many answers take less than one. */
export async function applyLoad({ url, connections, seconds, next, processIds }: HttpLoad): Promise<Sample> {
  const clients = Array.from({ length: connections }, () => new Client(url));
  const latencies: number[] = [];
  const processorBefore = processorMilliseconds(processIds);
  const started = performance.now();
  const over = started + seconds * 1_000;
  await Promise.all(
    clients.map(async (client, connection) => {
      while (performance.now() < over) {
        const { method, path, headers, body = null, expected } = next(connection);
        const sent = performance.now();
        const answer = await client.request({ method, path, headers, body });
        const text = await answer.body.text();
        latencies.push(performance.now() - sent);
        if (answer.statusCode !== expected) throw new Error(`${method} ${path} answered ${answer.statusCode} ${text}`);
      }
    }),
  );
  const elapsed = performance.now() - started;
  const processor = processorMilliseconds(processIds) - processorBefore;
  await Promise.all(clients.map((client) => client.close()));
  latencies.sort((one, other) => one - other);
  return {
    perSecond: (latencies.length * 1_000) / elapsed,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    processor: processor / latencies.length,
  };
}

export function medians(samples: readonly Sample[]): Sample {
  const of = (name: keyof Sample) => median(samples.map((sample) => sample[name]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), processor: of('processor') };
}

/** Lets just-in-time compilers and pools get ready. */
export async function warmUp(load: HttpLoad): Promise<void> {
  await applyLoad(load);
  await pause(500);
}
