import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '@sanxian/shared/persistence';
import { type Limit, longestWindowInSeconds, secondsToWait } from './limits.policy.js';

/** What one phone, address or username was let do lately. One row each, so that its lock makes counting exact. */
@Entity('throttles')
@Index('throttles_forget', ['forgetAfter'])
export class Throttle {
  /** Kind of limit and blind index of whom it counts, never the plain phone or address. */
  @PrimaryColumn({ type: 'varchar', length: 120 })
  readonly subject: string;

  @Column({ type: 'json' })
  private instants: number[] = [];

  /** After this the row says nothing any more. */
  @InstantColumn({ name: 'forget_after' })
  private forgetAfter: Date = new Date(0);

  constructor(subject: string) {
    this.subject = subject;
  }

  /** @returns whole seconds to wait, or 0 after counting this one */
  take(limits: readonly Limit[], now: Date): number {
    const wait = secondsToWait(this.instants, limits, now.getTime());
    if (wait > 0) return wait;
    const oldest = now.getTime() - longestWindowInSeconds * 1000;
    this.instants = [...this.instants.filter((instant) => instant > oldest), now.getTime()];
    this.forgetAfter = new Date(now.getTime() + longestWindowInSeconds * 1000);
    return 0;
  }

  /** Takes back one that turned out not to count. */
  giveBack(taken: Date): void {
    const index = this.instants.lastIndexOf(taken.getTime());
    if (index >= 0) this.instants = this.instants.toSpliced(index, 1);
  }

  clear(): void {
    this.instants = [];
  }
}
