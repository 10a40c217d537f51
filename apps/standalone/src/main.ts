import { runProcess } from '@sanxian/shared/process';
import { readStandaloneEnvironment } from './environment.js';
import { startStandalone } from './start-standalone.js';

await runProcess(async () =>
  startStandalone({
    environment: readStandaloneEnvironment(process.env),
    empty: process.argv.includes('--empty'),
    demo: process.argv.includes('--village') ? 'village' : 'city',
    say: (line) => process.stdout.write(`${line}\n`),
  }),
);
