import { explainFailure } from './explain-failure.js';

const stopDeadlineMilliseconds = 25_000;

/** What has been started and can be stopped. */
interface Running {
  stop(): Promise<void>;
}

/**
 * The life of a process: starts it, stops it on SIGTERM or SIGINT within 25 s, during the start too, and explains a start that
 * is refused. Exit codes: 78 for the environment, 1 for the rest.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  // In a turn of its own: a signal that comes at once is already listened to.
  const starting = Promise.resolve().then(start);
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Ctrl-C may come twice under npm, from the terminal and passed on: the second must not cut the stop short.
    process.on(signal, () => void (stopping ??= stop(starting)));
  }
  try {
    await starting;
  } catch (error) {
    process.exit(explainFailure(error));
  }
}

/** A start that is under way is waited for: half of it would have to be undone otherwise. */
async function stop(starting: Promise<Running>): Promise<void> {
  const deadline = setTimeout(() => {
    process.stderr.write('Stopping took too long\n');
    process.exit(1);
  }, stopDeadlineMilliseconds);
  deadline.unref();
  const running = await starting;
  await running.stop();
  process.exit(0);
}
