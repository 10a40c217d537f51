import { Clock } from '../config/clock.js';

type Span = { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number };

/** Time that moves only by hand. */
export class FakeClock extends Clock {
  private current: number;

  constructor(start: string) {
    super();
    this.current = Date.parse(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Span): void {
    this.current += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  }

  set(instant: string): void {
    this.current = Date.parse(instant);
  }
}
