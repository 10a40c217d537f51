import { InvalidEnvironment } from '@sanxian/shared/config';
import { readStandaloneEnvironment } from './environment.js';
import { StartRefused } from './start-refused.js';
import { startStandalone } from './start-standalone.js';

const stopDeadlineMilliseconds = 25_000;

try {
  const standalone = await startStandalone({
    environment: readStandaloneEnvironment(process.env),
    empty: process.argv.includes('--empty'),
    demo: process.argv.includes('--village') ? 'village' : 'city',
    say: (line) => process.stdout.write(`${line}\n`),
  });
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Ctrl-C may come twice under npm, from the terminal and passed on: the second must not cut the stop short.
    process.on(signal, () => void (stopping ??= stop(() => standalone.stop())));
  }
} catch (error) {
  const refused = error instanceof StartRefused || error instanceof InvalidEnvironment;
  process.stderr.write(`${refused ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(error instanceof InvalidEnvironment ? 78 : error instanceof StartRefused ? error.exitCode : 1);
}

async function stop(stopStandalone: () => Promise<void>): Promise<void> {
  const deadline = setTimeout(() => {
    process.stderr.write('Stopping took too long\n');
    process.exit(1);
  }, stopDeadlineMilliseconds);
  deadline.unref();
  await stopStandalone();
  process.exit(0);
}
