import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@sanxian/shared/testing';
import { join } from 'node:path';
import type { PlannedPerson } from './city/city-plan.js';
import { MovingIn } from './moving-in.js';
import { SeedingJournal } from './seeding-journal.js';

const volunteer = { volunteer: {} } as PlannedPerson;
const donor = { donor: {} } as PlannedPerson;

describe('people moving in', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let arrivals: number[];
  let said: string[];
  let ending: AbortController;

  beforeEach(() => {
    folder = temporaryFolder();
    arrivals = [];
    said = [];
    ending = new AbortController();
  });
  afterEach(() => folder.remove());

  const move = (people: PlannedPerson[], introduce: (place: number) => Promise<void> = async () => undefined) =>
    new MovingIn(people, {
      introduce: async (_, place) => {
        await introduce(place);
        arrivals.push(place);
      },
      journal: SeedingJournal.open(join(folder.path, 'journal')),
      ending: ending.signal,
      say: (line) => said.push(line),
      onError: () => undefined,
      restMilliseconds: 0,
    }).run();
  const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('come once each, volunteers in their order and one at a time, four people at most', async () => {
    const people = Array.from({ length: 40 }, (_, place) => (place % 2 ? volunteer : donor));
    let busyVolunteers = 0;
    let busy = 0;
    let mostBusy = 0;
    const missing = await move(people, async (place) => {
      busy += 1;
      busyVolunteers += place % 2;
      mostBusy = Math.max(mostBusy, busy);
      expect(busyVolunteers).toBeLessThanOrEqual(1);
      // The later somebody comes, the quicker: only waiting for each other keeps the order.
      for (let left = people.length - place; left > 0; left -= 1) await aTurn();
      busy -= 1;
      busyVolunteers -= place % 2;
    });
    expect(missing).toBe(0);
    expect(mostBusy).toBe(4);
    expect(arrivals.toSorted((a, b) => a - b)).toEqual([...people.keys()]);
    expect(arrivals.filter((place) => place % 2)).toEqual([...people.keys()].filter((place) => place % 2));
  });

  it('tell how many have come, now and then', async () => {
    await move(Array.from({ length: 150 }, () => donor));
    expect(said).toEqual([
      '演示城市：已安排 60/150 人。Demo city: 60 of 150 people have moved in.',
      '演示城市：已安排 120/150 人。Demo city: 120 of 150 people have moved in.',
    ]);
  });

  it('try again after the others, and stay away when it does not help', async () => {
    let attempts = 0;
    const missing = await move([donor, donor, donor], async (place) => {
      if (place === 0 && (attempts += 1) < 2) throw new Error('not yet');
      if (place === 1) throw new Error('never');
    });
    expect(missing).toBe(1);
    expect(arrivals.toSorted()).toEqual([0, 2]);
    expect(arrivals.at(-1)).toBe(0);
  });

  it('come no more once it is ending, and go on the next time', async () => {
    const people = Array.from({ length: 30 }, () => donor);
    const missing = await move(people, async (place) => {
      if (place === 9) ending.abort();
    });
    expect(missing).toBeGreaterThan(15);
    ending = new AbortController();
    expect(await move(people)).toBe(0);
    expect(arrivals.toSorted((a, b) => a - b)).toEqual([...people.keys()]);
  });
});
