import { DatabaseUnavailable } from '../database-unavailable.js';

interface Waiting {
  readonly admit: () => void;
}

/** A limited number of places, and a limited queue in front of them that nobody stands in for long. */
export class Places {
  private taken = 0;
  private readonly queue: Waiting[] = [];

  constructor(private readonly limits: { places: number; queue: number; patienceMilliseconds: number }) {}

  get inUse(): number {
    return this.taken;
  }

  get waiting(): number {
    return this.queue.length;
  }

  /**
   * Takes a place, in order of arrival. Call what it resolves with to give the place back; twice does no harm.
   * @throws DatabaseUnavailable when the queue is full, or the wait takes too long
   */
  async enter(): Promise<() => void> {
    if (this.taken < this.limits.places) this.taken += 1;
    else await this.turn();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.leave();
    };
  }

  private turn(): Promise<void> {
    if (this.queue.length >= this.limits.queue)
      throw new DatabaseUnavailable('Too many wait for a database connection already');
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        reject(new DatabaseUnavailable('No database connection became free in time'));
      }, this.limits.patienceMilliseconds);
      this.queue.push(waiting);
    });
  }

  private leave(): void {
    const next = this.queue.shift();
    // The place goes from hand to hand: nobody who comes in between can take it.
    if (next) next.admit();
    else this.taken -= 1;
  }
}
