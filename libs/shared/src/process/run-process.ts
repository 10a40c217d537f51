import { InvalidEnvironment } from './read-environment.js';
import { StartRefused } from './start-refused.js';

const stopDeadlineMilliseconds = 25_000;

/**
 * The life of a process: starts it, stops it on SIGTERM or SIGINT within 25 s, and explains a start that is refused.
 * Exit codes: 78 for the environment, 1 for the rest.
 */
export async function runProcess(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
    let stopping: Promise<void> | undefined;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      // Ctrl-C may come twice under npm, from the terminal and passed on: the second must not cut the stop short.
      process.on(signal, () => void (stopping ??= stop(() => running.stop())));
    }
  } catch (error) {
    const refused = error instanceof StartRefused || error instanceof InvalidEnvironment;
    process.stderr.write(`${refused ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(error instanceof InvalidEnvironment ? 78 : error instanceof StartRefused ? error.exitCode : 1);
  }
}

async function stop(stopRunning: () => Promise<void>): Promise<void> {
  const deadline = setTimeout(() => {
    process.stderr.write('Stopping took too long\n');
    process.exit(1);
  }, stopDeadlineMilliseconds);
  deadline.unref();
  await stopRunning();
  process.exit(0);
}
