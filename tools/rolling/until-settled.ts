import { eventually } from '@sanxian/shared/testing';
import type { SplitSystem } from '../split/split-system.js';

const travelling = /^sanxian_(outbox_pending|consumer_lag|held_messages)(\{.*\}) (\d+)$/gm;

/** Waits until every process says that nothing is left to publish, to consume or to try again. */
export function untilSettled(
  { metricsUrls }: Pick<SplitSystem, 'metricsUrls'>,
  withinMilliseconds: number,
): Promise<void> {
  return eventually(
    async () => {
      for (const url of metricsUrls) {
        const text = await (await fetch(url)).text();
        const found = [...text.matchAll(travelling)];
        if (found.length < 2) throw new Error(`${url} does not say how much is left`);
        const left = found.filter(([, , , count]) => count !== '0').map(([line]) => line);
        if (left.length > 0) throw new Error(left.join('\n'));
      }
    },
    { withinMilliseconds },
  );
}
