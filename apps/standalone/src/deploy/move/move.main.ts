/**
 * `npm run move -- --from FOLDER --to FILE`: a standalone folder into split mode. The file sets the variables that `prepare` takes
 * (KAFKA_BROKERS, GATEWAY_DB_URL and so on, MASTER_KEY_FILE and so on), one a line; the environment does as well.
 */
import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { explainFailure } from '@sanxian/shared/process';
import { readDeployEnvironment } from '../deploy-environment.js';
import { move } from './move.js';

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (values.from === undefined) {
  process.stderr.write('npm run move -- --from FOLDER [--to FILE]\n');
  process.exit(64);
}
try {
  const named = values.to === undefined ? {} : parseEnv(readFileSync(values.to, 'utf8'));
  await move(values.from, readDeployEnvironment({ ...process.env, ...named }), (line) =>
    process.stdout.write(`${line}\n`),
  );
  process.stdout.write('迁移完成，可以启动各个服务。\nEverything is there: the services can be started.\n');
} catch (error) {
  process.exitCode = explainFailure(error);
}
