import { newId } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import type { Place } from '../matching/matching-facts.js';
import type { Outcome } from '../matching/propose.js';
import { volunteersProblems } from '../problems.js';

export type MatchingRunStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export const statusesAhead: readonly MatchingRunStatus[] = ['queued', 'running'];

/** What a coordinator asks for. */
export interface MatchingOrder {
  readonly eventIds: string[];
  /** The branches that hold these events. */
  readonly branchIds: string[];
  /** Set before the search. */
  readonly locked: Place[];
  readonly forbidden: Place[];
  /** The run whose plan is to be kept where it costs little. */
  readonly basedOn: string | null;
  readonly seed: number;
}

const mostAttempts = 3;

/** A search for the best people for the shifts of some events, and what came of it. Proposals bind nobody before they are confirmed. */
@Entity('matching_runs')
@Check('matching_runs_status', `status IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Index('matching_runs_by_status', ['status', 'id'])
@Index('matching_runs_by_requester', ['requestedBy', 'id'])
export class MatchingRun implements MatchingOrder {
  @IdColumn()
  readonly id!: string;

  @Column({ type: 'json', name: 'event_ids' })
  readonly eventIds!: string[];

  @Column({ type: 'json', name: 'branch_ids' })
  readonly branchIds!: string[];

  @Column({ type: 'json' })
  readonly locked!: Place[];

  @Column({ type: 'json' })
  readonly forbidden!: Place[];

  @ReferenceColumn({ name: 'based_on', nullable: true })
  readonly basedOn!: string | null;

  @Column({ type: 'integer' })
  readonly seed!: number;

  @ReferenceColumn({ name: 'requested_by' })
  readonly requestedBy!: string;

  @InstantColumn({ name: 'requested_at' })
  readonly requestedAt!: Date;

  @Column({ type: 'varchar', length: 20 })
  readonly status!: MatchingRunStatus;

  /** Percent. */
  @Column({ type: 'integer' })
  readonly progress!: number;

  /** How often it was begun: a process may have died over it. */
  @Column({ type: 'integer' })
  readonly attempts!: number;

  @InstantColumn({ name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  @Column({ type: 'json', nullable: true })
  readonly outcome!: Outcome | null;

  @InstantColumn({ name: 'stop_requested_at', nullable: true })
  readonly stopRequestedAt!: Date | null;

  @InstantColumn({ name: 'confirmed_at', nullable: true })
  readonly confirmedAt!: Date | null;

  @VersionColumn()
  version!: number;

  static request(order: MatchingOrder, requestedBy: string, now: Date): MatchingRun {
    const run = Object.assign(new MatchingRun(), { id: newId(), ...order, requestedBy, requestedAt: now });
    const nothingYet = { endedAt: null, outcome: null, stopRequestedAt: null, confirmedAt: null };
    run.become({ status: 'queued', progress: 0, attempts: 0, ...nothingYet });
    return run;
  }

  get isAhead(): boolean {
    return statusesAhead.includes(this.status);
  }

  /** Takes it up, for the first time or after a process died over it. */
  begin(now: Date): void {
    if (this.attempts >= mostAttempts) return this.fail(now);
    this.become({ status: 'running', attempts: this.attempts + 1, progress: 0 });
  }

  /** @param share 0 to 1 */
  proceed(share: number): void {
    this.become({ progress: Math.max(this.progress, Math.floor(100 * share)) });
  }

  /** What was found; of a run that was stopped the best by then. */
  finish(outcome: Outcome, now: Date): void {
    const status = this.stopRequestedAt ? 'cancelled' : 'done';
    this.become({ status, outcome, progress: 100, endedAt: now });
  }

  fail(now: Date): void {
    this.become({ status: 'failed', endedAt: now });
  }

  /** Asks it to end, with what it has; one that has not begun has nothing. */
  stop(now: Date): void {
    if (this.status === 'queued') this.become({ status: 'cancelled', stopRequestedAt: now, endedAt: now });
    if (this.status === 'running') this.become({ stopRequestedAt: this.stopRequestedAt ?? now });
  }

  /** @throws Refusal `matching-unfinished` */
  plan(): Outcome {
    if (!this.outcome) throw new Refusal(volunteersProblems['matching-unfinished']);
    return this.outcome;
  }

  /** Replaces the plan by one that was changed by hand. */
  change(outcome: Outcome): void {
    this.become({ outcome });
  }

  /** @throws Refusal `matching-unfinished` */
  confirm(now: Date): Outcome {
    const outcome = this.plan();
    this.become({ confirmedAt: now });
    return outcome;
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<MatchingRun>): void {
    Object.assign(this, state);
  }
}
