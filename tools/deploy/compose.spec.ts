import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readGatewayEnvironment } from '@sanxian/gateway/environment';
import { readServiceEnvironment } from '@sanxian/shared/split';
import { readDeployEnvironment } from '../../apps/standalone/src/deploy/deploy-environment.js';
import { askedVariables, composeFile, exampleVariables, fileInRoot, type ComposeService } from './compose-file.js';

type Read = (variables: Record<string, string>) => object;

/** Which program takes the environment of which service, and how it reads it. */
const readers: Readonly<Record<string, Read>> = {
  prepare: readDeployEnvironment,
  'fill-demo': readDeployEnvironment,
  gateway: readGatewayEnvironment,
  donations: (variables) => readServiceEnvironment('donations', variables),
  volunteers: (variables) => readServiceEnvironment('volunteers', variables),
  notifications: (variables) => readServiceEnvironment('notifications', variables),
};
const programs = Object.entries(readers);
const text = fileInRoot('docker-compose.yml');
const example = exampleVariables();
const { services, volumes } = composeFile(text, example);

const environmentOf = (name: string): Record<string, string> => ({ ...services[name]?.environment });
const mounts = ({ volumes: mounted = [] }: ComposeService) => mounted.map((mount) => mount.split(':'));

describe('docker-compose.yml', () => {
  it.each(programs)('gives %s what it asks for, and nothing that it does not read', (name, read) => {
    const environment = environmentOf(name);
    const seen = Object.keys(read(environment));
    expect(Object.keys(environment).filter((variable) => environment[variable] && !seen.includes(variable))).toEqual(
      [],
    );
  });

  it.each(programs)('would be found out if %s went without what is required', (name, read) => {
    const { KAFKA_BROKERS: _, ...others } = environmentOf(name);
    expect(() => read(others)).toThrow('KAFKA_BROKERS');
  });

  it.each(programs.filter(([name]) => !['prepare', 'fill-demo'].includes(name)))(
    'does not let %s start in production as the example stands',
    (name, read) => {
      expect(() => read({ ...environmentOf(name), NODE_ENV: 'production' })).toThrow(/example/);
    },
  );

  it('publishes the gateway and nothing else, on this machine unless told', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports);
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([['gateway', ['127.0.0.1:3000:3000']]]);
  });

  it('runs each program as nobody in particular, and can run several of each service', () => {
    for (const [name] of programs)
      expect(services[name]).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'] });
    for (const [name, { container_name: fixed }] of Object.entries(services))
      expect([name, fixed]).toEqual([name, undefined]);
  });

  it('names programs, volumes, services and files that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      for (const needed of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty([needed]);
      const [, program] = service.command ?? [];
      if (program)
        expect([name, existsSync(program.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))]).toEqual([name, true]);
      for (const [source] of mounts(service)) {
        if (source!.startsWith('.')) expect(existsSync(source!)).toBe(true);
        else expect(volumes).toHaveProperty([source!]);
      }
    }
  });

  it('keeps keys where only the preparation writes', () => {
    const writers = Object.entries(services).filter(([, service]) =>
      mounts(service).some(([source, , mode]) => source === 'keys' && mode !== 'ro'),
    );
    expect(writers.map(([name]) => name)).toEqual(['prepare']);
  });
});

describe('.env.example', () => {
  it('sets what the file asks for, and nothing else', () => {
    const named = [...fileInRoot('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(named.toSorted()).toEqual([...askedVariables(text)].toSorted());
  });

  it('is needed: compose says which passwords are missing', () => {
    for (const name of Object.keys(example).filter((variable) => variable.endsWith('_PASSWORD'))) {
      const { [name]: _, ...others } = example;
      expect(() => composeFile(text, others)).toThrow(name);
    }
  });
});

it('deploy/infra.yml asks for what `npm run infra:up` sets, and for images', () => {
  const passwords = ['MYSQL_ROOT', 'GATEWAY_DB', 'DONATIONS_DB', 'VOLUNTEERS_DB', 'NOTIFICATIONS_DB'];
  const set = [
    'KAFKA_PORT',
    'MYSQL_PORT',
    ...passwords.map((name) => `${name}_PASSWORD`),
    'KAFKA_IMAGE',
    'MYSQL_IMAGE',
  ];
  expect([...askedVariables(fileInRoot('deploy/infra.yml'))].toSorted()).toEqual(set.toSorted());
});

it('the image is built with every package', () => {
  const { workspaces } = JSON.parse(fileInRoot('package.json')) as { workspaces: string[] };
  const dockerfile = fileInRoot('Dockerfile');
  for (const path of workspaces) expect(dockerfile).toContain(`COPY ${path}/package.json ${path}/`);
});
