import { runProcess } from '@sanxian/shared/process';
import { readDeployEnvironment } from './deploy-environment.js';
import { fillDemo } from './fill-demo.js';

await runProcess(async () => {
  const environment = readDeployEnvironment(process.env);
  const filling = await fillDemo({
    environment,
    folder: environment.SANXIAN_DATA_DIR,
    gatewayUrl: environment.GATEWAY_URL,
    sizeWhenNew: process.argv.includes('--village') ? 'village' : 'city',
    say: (line) => process.stdout.write(`${line}\n`),
  });
  void filling.settled().then(() => process.exit(0));
  return filling;
});
