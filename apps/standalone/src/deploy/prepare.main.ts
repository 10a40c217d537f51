import { explainFailure } from '@sanxian/shared/process';
import { readDeployEnvironment } from './deploy-environment.js';
import { prepare } from './prepare.js';

try {
  const prepared = await prepare(readDeployEnvironment(process.env), (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`Prepared: ${prepared}\n`);
} catch (error) {
  process.exitCode = explainFailure(error);
}
