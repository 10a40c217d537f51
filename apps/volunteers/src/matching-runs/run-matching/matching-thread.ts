import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MatchingFacts, VolunteerFacts } from '../../matching/matching-facts.js';
import type { Outcome } from '../../matching/propose.js';

/** What the thread is told: volunteers as they are read, then the rest, upon which it begins. */
export type ThreadOrder =
  | { readonly volunteers: readonly VolunteerFacts[] }
  | { readonly rest: Omit<MatchingFacts, 'volunteers'>; readonly seed: number; readonly milliseconds: number };

export type ThreadReport = { readonly progress: number } | { readonly outcome: Outcome };

const extension = extname(import.meta.url);
/** From the sources, in tests: a thread inherits no transpiler. */
const execArgv = ['-C', 'sanxian:source', '--import', '@swc-node/register/esm-register'];

/** A search in a thread of its own: whoever waits for an answer of this process does not wait for it. */
export class MatchingThread {
  private readonly mayStop = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;
  private readonly outcome: Promise<Outcome>;

  /** @param onProgress 0 to 1 */
  constructor(onProgress: (share: number) => void) {
    this.worker = new Worker(new URL(`./search.thread${extension}`, import.meta.url), {
      workerData: this.mayStop,
      ...(extension === '.ts' ? { execArgv } : {}),
    });
    this.outcome = new Promise((resolve, reject) => {
      this.worker.on('message', (report: ThreadReport) => {
        if ('outcome' in report) resolve(report.outcome);
        else onProgress(report.progress);
      });
      this.worker.on('error', reject);
      this.worker.on('exit', (code) => reject(new Error(`The matching thread ended with ${code}`)));
    });
    // Whoever asks for the outcome hears of it; until then it is nobody's.
    this.outcome.catch(() => undefined);
  }

  add(volunteers: readonly VolunteerFacts[]): void {
    this.tell({ volunteers });
  }

  /** @returns the best plan found within the time, or by the time it is stopped */
  search(rest: Omit<MatchingFacts, 'volunteers'>, seed: number, milliseconds: number): Promise<Outcome> {
    this.tell({ rest, seed, milliseconds });
    return this.outcome;
  }

  stop(): void {
    Atomics.store(this.mayStop, 0, 1);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tell(order: ThreadOrder): void {
    this.worker.postMessage(order);
  }
}
