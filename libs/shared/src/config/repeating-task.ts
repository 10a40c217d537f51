import { AsyncResource } from 'node:async_hooks';

/**
 * Work that runs again and again: a pass every `everyMilliseconds`, at once after `wake()`, never two passes at a time.
 * A pass that throws is reported and tried again when `restMilliseconds` have passed, not sooner; `stop()` resolves when
 * the running pass has ended.
 */
export class RepeatingTask {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  // After an error calls are not heard: what fails would otherwise fail again with each of them.
  private resting = false;
  private stopped = true;
  // Whoever wakes the task must not lend it their transaction, trace or principal.
  private readonly ownContext = new AsyncResource('RepeatingTask');

  constructor(
    private readonly options: {
      everyMilliseconds: number;
      /** As long as `everyMilliseconds` unless told. */
      restMilliseconds?: number;
      pass: () => Promise<void>;
      onError: (error: unknown) => void;
    },
  ) {}

  start(): void {
    this.stopped = false;
    this.resting = false;
    this.wake();
  }

  wake(): void {
    if (this.stopped || this.resting) return;
    if (this.running) {
      this.wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.ownContext.runInAsyncScope(() => this.runPass());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async runPass(): Promise<void> {
    do {
      this.wokenMeanwhile = false;
      try {
        await this.options.pass();
      } catch (error) {
        this.resting = true;
        this.options.onError(error);
      }
    } while (this.wokenMeanwhile && !this.resting && !this.stopped);
    this.running = undefined;
    const { everyMilliseconds, restMilliseconds = everyMilliseconds } = this.options;
    const pause = this.resting ? restMilliseconds : everyMilliseconds;
    if (!this.stopped) this.timer = setTimeout(() => this.endRest(), pause);
  }

  private endRest(): void {
    this.resting = false;
    this.wake();
  }
}
