import { bareMysqlDatabase, temporaryFolder } from '@sanxian/shared/testing';
import { untilSettled } from '../../tools/rolling/until-settled.js';
import { SplitSystem } from '../../tools/split/split-system.js';
import { testInfrastructure } from '../../tools/split/test-infrastructure.js';
import type { BenchOptions } from '../bench-options.js';
import type { Figure } from '../figures/figure.js';
import { benchHttp } from './http-bench.js';
import { referenceServer } from './reference-server.js';

/** Four processes against a proxy, Fastify and mysql2. */
export async function* split({ profile, ...options }: BenchOptions): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const infrastructure = await testInfrastructure();
  const system = await SplitSystem.start({
    infrastructure: { ...infrastructure.variables, ...profile },
    folder: folder.path,
    demo: true,
  });
  const database = await bareMysqlDatabase();
  const upstream = await referenceServer('mysql', folder.path, {
    REFERENCE_DB_URL: database.url.replace(/\?.*/, ''),
    JWKS_URL: `${system.url}/.well-known/jwks.json`,
  });
  const proxy = await referenceServer('proxy', folder.path, { UPSTREAM_URL: upstream.url });
  try {
    await upstream.start();
    await proxy.start();
    yield* benchHttp({
      ...options,
      name: 'split',
      targets: { writes: 0.6, reads: 0.7 },
      ours: {
        url: system.url,
        processIds: system.all.map(({ processId }) => processId),
        backlog: () => eventsIn(system.metricsUrls),
        settled: () => untilSettled(system, 240_000),
      },
      reference: {
        url: proxy.url,
        processIds: [proxy.processId, upstream.processId],
        backlog: () => Promise.resolve(0),
        settled: () => Promise.resolve(),
      },
    });
  } finally {
    await proxy.kill();
    await upstream.kill();
    await system.stop();
    await database.release();
    await infrastructure.remove();
    folder.remove();
  }
}

async function eventsIn(metricsUrls: readonly string[]): Promise<number> {
  let events = 0;
  for (const url of metricsUrls) {
    const text = await (await fetch(url)).text();
    const found = text.matchAll(/^sanxian_(?:outbox_pending|consumer_lag)\{.*\} (\d+)$/gm);
    for (const [, count] of found) events += Number(count);
  }
  return events;
}
