import { defineProblems } from '../../contracts/problem-type.js';
import { Refusal } from '../../contracts/refusal.js';

const longestWaitMilliseconds = 1_000;
const probeEveryMilliseconds = 25;

export const consentProblems = defineProblems({
  'projection-behind': {
    status: 503,
    title: { 'zh-CN': '正在同步', en: 'Still catching up' },
    detail: {
      'zh-CN': '您刚才的设置正在同步，请稍后再试。',
      en: 'Your last change is still on its way. Please try again shortly.',
    },
  },
});

/** Probes for up to one second of real time. */
export async function happensSoon(check: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + longestWaitMilliseconds;
  while (!(await check())) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, probeEveryMilliseconds));
  }
  return true;
}

/** @throws Refusal projection-behind when this service has still not seen it after one second */
export async function untilCaughtUp(hasSeen: () => Promise<boolean>): Promise<void> {
  if (await happensSoon(hasSeen)) return;
  throw new Refusal(consentProblems['projection-behind'], {}, [], { retryAfterSeconds: 1 });
}
