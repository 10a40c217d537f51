import { AsyncResource } from 'node:async_hooks';

/**
 * Work that runs again and again: a pass every `everyMilliseconds`, at once after `wake()`, never two passes at a time.
 * A pass that throws is reported and tried again at the next turn; `stop()` resolves when the running pass has ended.
 */
export class RepeatingTask {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private stopped = true;
  // Whoever wakes the task must not lend it their transaction, trace or principal.
  private readonly ownContext = new AsyncResource('RepeatingTask');

  constructor(
    private readonly options: {
      everyMilliseconds: number;
      pass: () => Promise<void>;
      onError: (error: unknown) => void;
    },
  ) {}

  start(): void {
    this.stopped = false;
    this.wake();
  }

  wake(): void {
    if (this.stopped) return;
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
        this.wokenMeanwhile = false;
        this.options.onError(error);
      }
    } while (this.wokenMeanwhile && !this.stopped);
    this.running = undefined;
    if (!this.stopped) {
      this.timer = setTimeout(() => this.wake(), this.options.everyMilliseconds);
    }
  }
}
