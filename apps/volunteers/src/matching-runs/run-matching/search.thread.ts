import { parentPort, workerData } from 'node:worker_threads';
import type { VolunteerFacts } from '../../matching/matching-facts.js';
import { propose } from '../../matching/propose.js';
import type { ThreadOrder, ThreadReport } from './matching-thread.js';

const reportEveryMilliseconds = 200;

const mayStop = workerData as Int32Array;
const volunteers: VolunteerFacts[] = [];
const tell = (report: ThreadReport): void => parentPort!.postMessage(report);

parentPort!.on('message', (order: ThreadOrder) => {
  if ('volunteers' in order) {
    volunteers.push(...order.volunteers);
    return;
  }
  const endsAt = performance.now() + order.milliseconds;
  let reportedAt = 0;
  const outcome = propose({ ...order.rest, volunteers }, order.seed, (done) => {
    const now = performance.now();
    if (now - reportedAt >= reportEveryMilliseconds) {
      reportedAt = now;
      tell({ progress: done });
    }
    return now >= endsAt || Atomics.load(mayStop, 0) === 1;
  });
  tell({ outcome });
});
