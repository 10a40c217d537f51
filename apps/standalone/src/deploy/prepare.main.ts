import { InvalidEnvironment, StartRefused } from '@sanxian/shared/process';
import { readDeployEnvironment } from './deploy-environment.js';
import { prepare } from './prepare.js';

try {
  const prepared = await prepare(readDeployEnvironment(process.env), (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`Prepared: ${prepared}\n`);
} catch (error) {
  const expected = error instanceof InvalidEnvironment || error instanceof StartRefused;
  process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = expected ? 78 : 1;
}
