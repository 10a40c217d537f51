import { runProcess } from '@sanxian/shared/process';
import { readDeployEnvironment } from './deploy-environment.js';
import { fillDemo } from './fill-demo.js';

await runProcess(async () => {
  const filling = await fillDemo(readDeployEnvironment(process.env), (line) => process.stdout.write(`${line}\n`));
  void filling.settled().then(() => process.exit(0));
  return filling;
});
