import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, requestOver, temporaryFolder, type TestResponse } from '@sanxian/shared/testing';
import { runToEnd } from '../process/run-to-end.js';
import { builtEntry, freePort, ServerProcess } from '../process/server-process.js';
import { agree, logInAsCitizen, type Person } from '../tour/people.js';
import { SplitSystem } from './split-system.js';
import { testInfrastructure, type TestInfrastructure } from './test-infrastructure.js';

const names = ['gateway', 'donations', 'volunteers', 'notifications'] as const;

let folder: ReturnType<typeof temporaryFolder>;
let infrastructure: TestInfrastructure;
let system: SplitSystem;
let person: Person;
const alone: ServerProcess[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  infrastructure = await testInfrastructure();
  system = await SplitSystem.start({
    // A member that is killed is waited for no longer than this.
    infrastructure: { ...infrastructure.variables, KAFKA_SESSION_SECONDS: '6' },
    folder: folder.path,
    demo: true,
  });
  person = await logInAsCitizen(system.url, '林知夏');
}, 120_000);

afterAll(async () => {
  await person.api.close();
  // Those of a test that failed: a process that is left over would keep Jest from ending.
  for (const process of alone) await process.kill();
  await system.stop();
  await infrastructure.remove();
  folder.remove();
});

const get = (path: string): Promise<TestResponse<Record<string, unknown>>> =>
  requestOver(system.url, 'GET', path, { token: person.token });
const statusOf = async (path: string): Promise<number> => (await get(path)).status;

/** Own variables of a process that would start, with others on top. */
const variablesOf = (more: Record<string, string>): Record<string, string> => ({
  ...system.environment,
  OPS_PORT: '0',
  ...more,
});

/** One more instance, not started yet, which looks for Kafka where nobody listens. */
async function withoutKafka(name: 'gateway' | 'donations', more: Record<string, string> = {}): Promise<ServerProcess> {
  const process = await ServerProcess.on(folder.path, {
    entry: builtEntry(`${name}/dist/main.js`),
    environment: variablesOf({ KAFKA_BROKERS: `127.0.0.1:${await freePort()}`, ...more }),
  });
  alone.push(process);
  return process;
}

describe.each(names)('%s', (name) => {
  const entry = builtEntry(`${name}/dist/main.js`);

  it('says in one message all that is missing, and ends with 78', async () => {
    const empty = Object.fromEntries(Object.keys(system.environment).map((variable) => [variable, '']));
    const { code, output } = await runToEnd({ ...empty, PORT: 'http' }, [], entry);
    expect(code).toBe(78);
    const own = name === 'gateway' ? ['SIGNING_KEY_FILE', 'DONATIONS_URL', 'VOLUNTEERS_URL'] : ['JWKS_URL'];
    for (const variable of ['PORT', 'KAFKA_BROKERS', `${name.toUpperCase()}_DB_URL`, 'MASTER_KEY_FILE', ...own]) {
      expect(output).toContain(`  ${variable}: `);
    }
    expect(output).not.toContain(' at ');
  });

  it('does not start in production on the demo, nor on a password of the example', async () => {
    const onDemo = await runToEnd(variablesOf({ PORT: '0', NODE_ENV: 'production' }), [], entry);
    expect(onDemo).toMatchObject({ code: 78, output: expect.stringContaining('demo data') as unknown });
    const example = { [`${name.toUpperCase()}_DB_URL`]: 'mysql://sanxian:change-me@127.0.0.1:1/sanxian' };
    const onExample = await runToEnd(variablesOf({ PORT: '0', NODE_ENV: 'production', ...example }), [], entry);
    expect(onExample).toMatchObject({ code: 78, output: expect.stringContaining('the example') as unknown });
  });
});

it('shows metrics on the ports of ops alone', async () => {
  expect(await statusOf('/metrics')).toBe(404);
  for (const url of system.metricsUrls) {
    const text = await (await fetch(url)).text();
    expect(text).toMatch(/^sanxian_outbox_oldest_age_seconds\{service="\w+"\} 0/m);
    expect(text).toContain('sanxian_database_connections');
  }
});

it('gives one document for all services', async () => {
  const { body } = await get('/openapi.json');
  const paths = Object.keys(body['paths'] as object);
  for (const part of ['/api/v1/auth/', '/api/v1/donations/', '/api/v1/volunteers/', '/api/v1/notifications/']) {
    expect(paths.some((path) => path.startsWith(part))).toBe(true);
  }
});

it('loses the paths of a dead service and no others, and has them back with it', async () => {
  const [donations] = system.processes.donations;
  await donations!.kill();
  const dead = await get('/api/v1/donations/mine');
  expect(dead).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(dead.headers.get('retry-after')).toBe('1');
  expect(await statusOf('/api/v1/volunteers/events')).toBe(200);
  expect(await statusOf('/health/ready')).toBe(200);
  const other = await logInAsCitizen(system.url, '许安然');
  // What donations is to know waits for it.
  await agree(other, 'blood-contact');
  await donations!.start();
  const intent = { product: 'whole-blood', volumeMl: 200, area: '331102' };
  await eventually(() => other.api.post('/api/v1/donations/blood/intents', intent), { withinMilliseconds: 20_000 });
  await other.api.close();
});

it('takes log-ins and says that it is ready while Kafka is out of reach', async () => {
  const gateway = await withoutKafka('gateway', { SMS_WEBHOOK_URL: '', SMS_WEBHOOK_SECRET: '' });
  await gateway.start();
  const citizen = await logInAsCitizen(gateway.url, '沈书瑶');
  await agree(citizen, 'blood-contact');
  await citizen.api.close();
  expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  await gateway.stop();
});

it('is not ready where consumers are needed and Kafka is out of reach, and says why', async () => {
  const donations = await withoutKafka('donations');
  const starting = donations.start({ withinMilliseconds: 10_000 }).then(
    () => 'ready',
    () => 'not ready',
  );
  await eventually(async () => {
    const answer = await fetch(`${donations.url}/health/ready`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('donations-consumer');
  });
  await donations.stop();
  expect(await starting).toBe('not ready');
});
