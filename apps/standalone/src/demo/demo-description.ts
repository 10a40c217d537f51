import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dateOf } from './city/calendar-dates.js';
import type { DemoDescription, DemoSize } from './city/plan-city.js';

/** The day of the joint day this product was first thought through with. */
const usualSeed = 20_181_104;

/** Written down before anything else: a demo that was cut short goes on as the same one, on another day too. */
export function describeDemo(file: string, sizeWhenNew: DemoSize, now: Date): DemoDescription {
  if (!existsSync(file)) {
    const description: DemoDescription = { seed: usualSeed, today: dateOf(now), size: sizeWhenNew };
    writeFileSync(`${file}.new`, `${JSON.stringify(description)}\n`, { flush: true });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoDescription;
}
