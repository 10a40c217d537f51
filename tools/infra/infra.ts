/**
 * `npm run infra:up` and `infra:down`: Kafka and MySQL as the environment names them, else by Docker. `up` writes .infra/env,
 * where `start:split` and `test:distributed` look.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { downWithDocker, upWithDocker } from './docker.js';
import { infrastructureNames, namedInfrastructure } from './named-infrastructure.js';

const folder = '.infra';

switch (process.argv[2]) {
  case 'up': {
    const named = namedInfrastructure(process.env);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const variables = named ?? (await upWithDocker(folder));
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(`${folder}/env`, lines.join(''), { mode: 0o600 });
    console.log(
      named
        ? `Taken from the environment: ${infrastructureNames.join(', ')}; ${folder}/env says so.`
        : `Kafka and MySQL are up; ${folder}/env says where.`,
    );
    break;
  }
  case 'down':
    downWithDocker(folder);
    break;
  default:
    console.error('usage: infra.ts up|down');
    process.exitCode = 64;
}
