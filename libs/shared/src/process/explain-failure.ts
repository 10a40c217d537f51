import { InvalidEnvironment } from './read-environment.js';
import { StartRefused } from './start-refused.js';

/**
 * Tells the person who started a program why it ends: a sentence for what they can mend, a stack for what they cannot.
 * @returns the exit code: 78 for the environment, 1 for the rest
 */
export function explainFailure(error: unknown): number {
  const refused = error instanceof StartRefused || error instanceof InvalidEnvironment;
  process.stderr.write(`${refused ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  if (error instanceof InvalidEnvironment) return 78;
  return error instanceof StartRefused ? error.exitCode : 1;
}
