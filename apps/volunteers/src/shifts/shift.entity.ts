import { newId } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import { volunteersProblems } from '../problems.js';
import type { SkillCode } from '../skills/skill-catalogue.js';
import { SignUp } from './sign-up.entity.js';

export interface ShiftDetails {
  readonly role: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly requiredSkills: SkillCode[];
  /** Nice to have, for matching; null for none. */
  readonly preferredSkills: SkillCode[] | null;
  /** Stars that a volunteer better has, 0 to 5; null for 0. */
  readonly minStar: number | null;
}

/**
 * Seats of one role at one time, and the wait list for them. It decides who sits and who waits: whoever changes a sign-up of
 * the shift changes the shift under its version, so two at once cannot both take the last seat.
 * People wait only while no seat is free.
 */
@Entity('shifts')
@Check('shifts_times', 'starts_at < ends_at')
@Check('shifts_seats', 'min_seats >= 1 AND min_seats <= max_seats')
@Check('shifts_taken', 'confirmed_count >= 0 AND confirmed_count <= max_seats AND waiting_count >= 0')
@Index('shifts_by_event', ['eventId', 'startsAt', 'id'])
@Index('shifts_by_start', ['startsAt', 'id'])
export class Shift implements ShiftDetails {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'event_id' })
  readonly eventId!: string;

  @Column({ type: 'varchar', length: 100 })
  readonly role!: string;

  @InstantColumn({ name: 'starts_at' })
  readonly startsAt!: Date;

  @InstantColumn({ name: 'ends_at' })
  readonly endsAt!: Date;

  @Column({ type: 'integer', name: 'min_seats' })
  readonly minSeats!: number;

  @Column({ type: 'integer', name: 'max_seats' })
  readonly maxSeats!: number;

  @Column({ type: 'json', name: 'required_skills' })
  readonly requiredSkills!: SkillCode[];

  @Column({ type: 'json', name: 'preferred_skills', nullable: true })
  readonly preferredSkills!: SkillCode[] | null;

  @Column({ type: 'integer', name: 'min_star', nullable: true })
  readonly minStar!: number | null;

  @Column({ type: 'integer', name: 'confirmed_count' })
  readonly confirmedCount!: number;

  @Column({ type: 'integer', name: 'waiting_count' })
  readonly waitingCount!: number;

  /** Only grows, so that who came later waits behind. */
  @Column({ type: 'integer', name: 'last_wait_number' })
  readonly lastWaitNumber!: number;

  @VersionColumn()
  version!: number;

  static plan(eventId: string, details: ShiftDetails): Shift {
    const shift = Object.assign(new Shift(), { id: newId(), eventId, ...details });
    shift.become({ confirmedCount: 0, waitingCount: 0, lastWaitNumber: 0 });
    return shift;
  }

  get freeSeats(): number {
    return this.maxSeats - this.confirmedCount;
  }

  /** Gives the person a seat, or when all are taken the last place of the wait list. */
  admit(personId: string, now: Date): SignUp {
    if (this.freeSeats > 0) return this.seat(personId, now);
    const waitNumber = this.lastWaitNumber + 1;
    this.become({ lastWaitNumber: waitNumber, waitingCount: this.waitingCount + 1 });
    return SignUp.open(this, personId, waitNumber, now);
  }

  /**
   * Gives a seat by the coordinator's word, also to somebody further down the wait list.
   * @throws Refusal `shift-full`
   */
  assign(personId: string, waiting: SignUp | null, now: Date): SignUp {
    if (this.freeSeats === 0) throw new Refusal(volunteersProblems['shift-full']);
    if (!waiting) return this.seat(personId, now);
    this.promote(waiting, now);
    return waiting;
  }

  /** Takes an open sign-up out. Afterwards whoever `hasSeatForNext` speaks of is to be promoted. */
  release(signUp: SignUp, reason: 'withdrawn' | 'released-by-coordinator', now: Date): void {
    if (signUp.status === 'confirmed') this.become({ confirmedCount: this.confirmedCount - 1 });
    else this.become({ waitingCount: this.waitingCount - 1 });
    signUp.end(reason, now);
  }

  get hasSeatForNext(): boolean {
    return this.freeSeats > 0 && this.waitingCount > 0;
  }

  /** @param next of the wait list */
  promote(next: SignUp, now: Date): void {
    this.become({ confirmedCount: this.confirmedCount + 1, waitingCount: this.waitingCount - 1 });
    next.confirm(now);
  }

  /** Empties seats and wait list: the event is off. */
  releaseEverybody(): void {
    this.become({ confirmedCount: 0, waitingCount: 0 });
  }

  private seat(personId: string, now: Date): SignUp {
    this.become({ confirmedCount: this.confirmedCount + 1 });
    return SignUp.open(this, personId, null, now);
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<Shift>): void {
    Object.assign(this, state);
  }
}
