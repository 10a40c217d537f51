import { RepeatingTask } from '@sanxian/shared/config';
import { IdempotencyCleanup } from '@sanxian/shared/http';
import { EventRetention, type LocalLog, type ServiceRuntime } from '@sanxian/shared/messaging';

const hourMilliseconds = 3_600_000;

/** Once an hour: forgets idempotency answers, old events and log rows that nothing will ask for again. */
export function housekeeping(
  runtimes: readonly ServiceRuntime[],
  log: LocalLog,
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
      log.trim();
    },
  });
}
