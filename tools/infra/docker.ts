import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { eventually } from '@sanxian/shared/testing';
import { freePort } from '../process/server-process.js';

const services = ['gateway', 'donations', 'volunteers', 'notifications'] as const;
const withinMilliseconds = 180_000;

/** Starts Kafka and MySQL, on ports and with passwords that stay the same from one `up` to the next, and waits for both. */
export async function upWithDocker(folder: string): Promise<Record<string, string>> {
  const settings = await settingsIn(folder);
  compose(settings, 'up', '--detach');
  const server = `127.0.0.1:${settings['MYSQL_PORT']}`;
  const variables = {
    KAFKA_BROKERS: `127.0.0.1:${settings['KAFKA_PORT']}`,
    ...Object.fromEntries(
      services.map((service) => {
        const name = service.toUpperCase();
        const password = settings[`${name}_DB_PASSWORD`];
        return [`${name}_DB_URL`, `mysql://sanxian_${service}:${password}@${server}/sanxian_${service}`];
      }),
    ),
    TEST_MYSQL_URL: `mysql://root:${settings['MYSQL_ROOT_PASSWORD']}@${server}`,
  };
  for (const service of ['kafka', 'mysql']) {
    await eventually(() => assertHealthy(settings, service), { withinMilliseconds });
  }
  return variables;
}

export function downWithDocker(folder: string): void {
  const file = join(folder, 'docker.env');
  if (!existsSync(file)) return console.log('Nothing was started by Docker here.');
  compose(parseEnv(readFileSync(file, 'utf8')) as Record<string, string>, 'down');
}

async function settingsIn(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'docker.env');
  if (!existsSync(file)) {
    const passwords = ['MYSQL_ROOT', ...services.map((service) => `${service.toUpperCase()}_DB`)];
    const settings = {
      KAFKA_PORT: String(await freePort()),
      MYSQL_PORT: String(await freePort()),
      ...Object.fromEntries(passwords.map((name) => [`${name}_PASSWORD`, randomBytes(18).toString('hex')])),
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(file, lines.join(''), { mode: 0o600 });
  }
  return parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** @returns what it printed */
function compose(settings: Record<string, string>, ...command: string[]): string {
  const [program, ...before] = composeProgram();
  const project = ['--project-name', 'sanxian-infra', '--file', 'deploy/infra.yml'];
  return execFileSync(program!, [...before, ...project, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, ...settings },
  });
}

/** Docker's plugin, or the program it once was. */
function composeProgram(): string[] {
  const found = [['docker', 'compose'], ['docker-compose']].find(
    ([program, ...rest]) => spawnSync(program!, [...rest, 'version'], { stdio: 'ignore' }).status === 0,
  );
  if (found) return found;
  console.error(
    'Neither `docker compose` nor KAFKA_BROKERS and the addresses of the databases are here. On a bare Debian machine,\n' +
      '`.ci/infra up` as root starts both without Docker.',
  );
  process.exit(78);
}

/** A port that Docker forwards is open before anybody listens behind it: the health check asks inside. */
async function assertHealthy(settings: Record<string, string>, service: string): Promise<void> {
  const container = compose(settings, 'ps', '--quiet', service).trim();
  const { stdout } = await promisify(execFile)('docker', ['inspect', '--format={{.State.Health.Status}}', container]);
  if (stdout.trim() !== 'healthy') throw new Error(`${service} is ${stdout.trim()}`);
}
