import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedPerson } from './city/city-plan.js';
import { personKey } from './introduce-person.js';
import type { SeedingJournal } from './seeding-journal.js';

/** How many donors are busy at a time, beside one volunteer: enough to share commits, few enough to leave room for others. */
const donorsAtATime = 3;
/** Somebody cut short a moment ago is not sent a second code within a minute. */
const usualRestMilliseconds = 61_000;
const rounds = 3;
const progressEvery = 60;

/** Lets people arrive: volunteers one after another, since who comes first has the seat, and donors beside them. */
export class MovingIn {
  private arrived: number;

  constructor(
    private readonly people: readonly PlannedPerson[],
    private readonly options: {
      readonly introduce: (person: PlannedPerson, place: number) => Promise<void>;
      readonly journal: SeedingJournal;
      readonly ending: AbortSignal;
      readonly say: (line: string) => void;
      readonly onError: (error: unknown) => void;
      /** How long those who failed wait for the next attempt. */
      readonly restMilliseconds?: number;
    },
  ) {
    this.arrived = people.length - this.missing().length;
  }

  /**
   * Ends early when told to.
   * @returns how many are still missing
   */
  async run(): Promise<number> {
    for (let round = 1; round <= rounds && !this.options.ending.aborted; round += 1) {
      if (round > 1) await this.rest();
      const missing = this.missing();
      const volunteers = missing.filter((place) => this.people[place]?.volunteer);
      const donors = missing.filter((place) => !this.people[place]?.volunteer);
      const lanes = [volunteers, ...Array.from({ length: donorsAtATime }, () => donors)];
      await Promise.all(lanes.map((queue) => this.work(queue)));
      if (this.missing().length === 0) return 0;
    }
    return this.missing().length;
  }

  private async rest(): Promise<void> {
    const { ending, restMilliseconds = usualRestMilliseconds } = this.options;
    await sleep(restMilliseconds, undefined, { signal: ending }).catch(() => undefined);
  }

  private async work(queue: number[]): Promise<void> {
    for (let place = queue.shift(); place !== undefined && !this.options.ending.aborted; place = queue.shift()) {
      try {
        await this.options.introduce(this.people[place]!, place);
        this.options.journal.note(personKey(place), 'done');
        this.tellProgress();
      } catch (error) {
        if (this.options.ending.aborted) return;
        this.options.onError(error);
      }
    }
  }

  private missing(): number[] {
    return this.people.flatMap((_, place) =>
      this.options.journal.idOf(personKey(place)) === undefined ? [place] : [],
    );
  }

  private tellProgress(): void {
    this.arrived += 1;
    const { arrived, people } = this;
    if (arrived % progressEvery !== 0 || arrived === people.length) return;
    this.options.say(
      `演示城市：已安排 ${arrived}/${people.length} 人。Demo city: ${arrived} of ${people.length} people have moved in.`,
    );
  }
}
