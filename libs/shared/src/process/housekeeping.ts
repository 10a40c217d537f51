import { RepeatingTask } from '../config/repeating-task.js';
import { IdempotencyCleanup } from '../http/idempotency/idempotency-cleanup.js';
import { EventRetention } from '../messaging/retention/event-retention.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';

const hourMilliseconds = 3_600_000;

/** Once an hour: forgets idempotency answers and old events, and what the caller has beside them. */
export function housekeeping(
  runtimes: readonly ServiceRuntime[],
  alsoForget: () => void = () => undefined,
  onError: (error: unknown) => void,
): RepeatingTask {
  return new RepeatingTask({
    everyMilliseconds: hourMilliseconds,
    onError,
    pass: async () => {
      for (const runtime of runtimes) {
        await new IdempotencyCleanup(runtime.unitOfWork, runtime.clock).pass();
        await new EventRetention(runtime).pass();
      }
      alsoForget();
    },
  });
}
