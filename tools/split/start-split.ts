import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { isLoopback } from '@sanxian/shared/process';
import { SplitSystem } from './split-system.js';

const { PORT = '3000', HOST = '127.0.0.1', SANXIAN_DATA_DIR = '.sanxian' } = process.env;

const empty = process.argv.includes('--empty');
const infrastructure = infrastructureFromEnvironment();
const system = await SplitSystem.start({
  infrastructure,
  folder: SANXIAN_DATA_DIR,
  port: Number(PORT),
  host: HOST,
  demo: !empty && isLoopback(HOST),
});
console.log(`三献 Sanxian: ${system.url}（网关、捐献、志愿服务、通知四个进程 / four processes）`);
if (!system.demo) process.stdout.write(system.said);

let stopping: Promise<void> | undefined;
const stop = (code: number) => void (stopping ??= system.stop().finally(() => process.exit(code)));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
for (const [name, [running]] of Object.entries(system.processes)) {
  void running!.ended().then(() => {
    if (stopping) return;
    console.error(`${name} ended:\n${running!.lastOutput().slice(-5_000)}`);
    stop(1);
  });
}
if (system.demo) {
  await system.fillDemo(process.argv.includes('--village') ? 'village' : 'city').catch((error: unknown) => {
    if (!stopping) console.error(`The demo city is not complete: ${String(error)}`);
  });
}

/** What the environment names, and beside it what `npm run infra:up` or `.ci/infra up` wrote down. */
function infrastructureFromEnvironment(): Record<string, string> {
  const file = '.infra/env';
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const names = ['KAFKA_BROKERS', 'GATEWAY_DB_URL', 'DONATIONS_DB_URL', 'VOLUNTEERS_DB_URL', 'NOTIFICATIONS_DB_URL'];
  const values = names.map((name) => [name, process.env[name] ?? written[name]] as const);
  const missing = values.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length > 0) {
    console.error(
      `缺少 ${missing.join('、')}。请先运行 npm run infra:up。\n${missing.join(', ')} missing: run npm run infra:up first.`,
    );
    process.exit(78);
  }
  return Object.fromEntries(values) as Record<string, string>;
}
