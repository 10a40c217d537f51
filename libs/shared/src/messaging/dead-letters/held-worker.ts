import { RepeatingTask } from '../../config/repeating-task.js';
import type { Dispatcher } from '../dispatcher/dispatcher.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { HeldMessage } from './held-message.entity.js';

const batchSize = 50;
const pollMilliseconds = 500;

/** Tries held messages of one service again when their time has come, one key after the other in order. */
export class HeldWorker {
  private readonly task: RepeatingTask;

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly dispatcher: Dispatcher,
    private readonly onError: (error: unknown, consumer: string) => void,
  ) {
    this.task = new RepeatingTask({
      everyMilliseconds: pollMilliseconds,
      pass: () => this.retryDue(),
      onError: (error) => onError(error, `${runtime.name}/held-worker`),
    });
  }

  start(): void {
    this.task.start();
  }

  stop(): Promise<void> {
    return this.task.stop();
  }

  /** One round over what is due; goes on while something succeeds, since followers may be free now. */
  async retryDue(): Promise<void> {
    let progressed: boolean;
    do {
      progressed = false;
      for (const held of await this.dispatcher.held.due(this.runtime.reads.manager, batchSize)) {
        if (await this.retry(held)) progressed = true;
      }
    } while (progressed);
  }

  private async retry(held: HeldMessage): Promise<boolean> {
    try {
      await this.runtime.unitOfWork.run(async (tx) => {
        // Discarded or handled by another instance in the meantime: nothing to do.
        if (!(await tx.manager.existsBy(HeldMessage, { id: held.id, state: 'waiting' }))) return;
        await this.dispatcher.handle(tx, this.dispatcher.consumerNamed(held.consumer), held.message);
        await tx.manager.delete(HeldMessage, held.id);
      });
      return true;
    } catch (error) {
      this.onError(error, held.consumer);
      await this.runtime.unitOfWork.run((tx) => this.dispatcher.held.failAgain(tx.manager, held, error));
      return false;
    }
  }
}
