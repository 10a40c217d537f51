import { pass } from './run-under-fault.js';

/** Connections stay, and nothing is answered. */
export async function freezeProcess(processId: number, seconds: number): Promise<void> {
  process.kill(processId, 'SIGSTOP');
  try {
    await pass(seconds);
  } finally {
    process.kill(processId, 'SIGCONT');
  }
}
