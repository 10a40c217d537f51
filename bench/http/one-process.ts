import { temporaryFolder } from '@sanxian/shared/testing';
import { unsettled } from '../../tools/crash/check-files.js';
import { waitUntilSettled } from '../../tools/crash/wait-until-settled.js';
import { ServerProcess } from '../../tools/process/server-process.js';
import type { Figure } from '../figures/figure.js';
import type { BenchOptions } from '../bench-options.js';
import { benchHttp } from './http-bench.js';
import { referenceServer } from './reference-server.js';

/** The one-process edition against Fastify and better-sqlite3. */
export async function* oneProcess({ profile, ...options }: BenchOptions): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const server = await ServerProcess.on(folder.path, { flags: ['--village'], environment: profile });
  const reference = await referenceServer('sqlite', folder.path, { JWKS_URL: `${server.url}/.well-known/jwks.json` });
  try {
    await server.start();
    await reference.start();
    yield* benchHttp({
      ...options,
      name: 'one process',
      targets: { writes: 0.8, reads: 0.5 },
      ours: {
        url: server.url,
        processIds: [server.processId],
        backlog: async () => eventsIn(unsettled(folder.path)),
        settled: async () => {
          const left = await waitUntilSettled(folder.path);
          if (left.length > 0) throw new Error(left.join());
        },
      },
      reference: {
        url: reference.url,
        processIds: [reference.processId],
        backlog: () => Promise.resolve(0),
        settled: () => Promise.resolve(),
      },
    });
  } finally {
    await server.stop();
    await reference.kill();
    folder.remove();
  }
}

/** The numbers in lines such as `donations: 12 unpublished`. */
const eventsIn = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Number(/: (\d+) /.exec(line)?.[1] ?? 0), 0);
