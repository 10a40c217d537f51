import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

let calm = false;

/**
 * Stops the timer that kafkajs 2.2.4 runs every millisecond on every connection it ever got an answer on, whether or not
 * a request waits (kafkajs #1704, #1751). A request that has to wait sets the timer itself, and so does every answer
 * while one waits; so nothing is missed. Reaches into the package, which is pinned; `kafka-traps.distributed.spec.ts`
 * notices when this stops working.
 */
export function calmRequestQueues(): void {
  if (calm) return;
  calm = true;
  const require = createRequire(import.meta.url);
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const { scheduleCheckPendingRequests: schedule } = prototype as {
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  };
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
