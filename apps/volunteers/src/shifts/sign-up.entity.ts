import { newId } from '@sanxian/shared/config';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';

export type OpenStatus = 'confirmed' | 'waitlisted';
export type SignUpStatus = OpenStatus | 'withdrawn' | 'cancelled';
export type EndReason = 'withdrawn' | 'event-cancelled' | 'released-by-coordinator';

export const openStatuses: readonly OpenStatus[] = ['confirmed', 'waitlisted'];

const notWaiting = 0;

/**
 * One person's word to come to one shift, and what became of it. The shift decides: only its verbs change a sign-up, and the row
 * is written in the transaction that writes the shift.
 */
@Entity('sign_ups')
@Check('sign_ups_status', `status IN ('confirmed', 'waitlisted', 'withdrawn', 'cancelled')`)
@Index('sign_ups_by_open_key', ['openKey'], { unique: true })
@Index('sign_ups_by_place', ['shiftId', 'status', 'waitNumber', 'id'])
@Index('sign_ups_by_person', ['personId', 'startsAt', 'id'])
export class SignUp {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'shift_id' })
  readonly shiftId!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  /** The time of the shift, here as well for the person's own calendar. */
  @InstantColumn({ name: 'starts_at' })
  readonly startsAt!: Date;

  @InstantColumn({ name: 'ends_at' })
  readonly endsAt!: Date;

  @Column({ type: 'varchar', length: 20 })
  readonly status!: SignUpStatus;

  /** Orders the wait list; 0 for everybody else. */
  @Column({ type: 'integer', name: 'wait_number' })
  readonly waitNumber!: number;

  /** Shift and person while the sign-up is open, else null: the database itself lets nobody in twice. */
  @Column({ type: 'varchar', length: 73, name: 'open_key', nullable: true })
  readonly openKey!: string | null;

  @InstantColumn({ name: 'signed_up_at' })
  readonly signedUpAt!: Date;

  @InstantColumn({ name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  @Column({ type: 'varchar', length: 40, name: 'end_reason', nullable: true })
  readonly endReason!: EndReason | null;

  /** The last of its changes, for calendars; null when that was before we kept it. */
  @InstantColumn({ name: 'changed_at', nullable: true })
  readonly changedAt!: Date | null;

  @VersionColumn()
  version!: number;

  /** @param waitNumber null for a seat */
  static open(
    shift: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date },
    personId: string,
    waitNumber: number | null,
    now: Date,
  ): SignUp {
    const { id: shiftId, startsAt, endsAt } = shift;
    const signUp = Object.assign(new SignUp(), { id: newId(), shiftId, personId, startsAt, endsAt, signedUpAt: now });
    signUp.become({
      status: waitNumber === null ? 'confirmed' : 'waitlisted',
      waitNumber: waitNumber ?? notWaiting,
      openKey: `${shiftId}/${personId}`,
      endedAt: null,
      endReason: null,
      changedAt: now,
    });
    return signUp;
  }

  /** What a cancelled event leaves of its sign-ups, for all rows of a shift at once. */
  static cancelledState(now: Date) {
    return ended('cancelled', 'event-cancelled', now);
  }

  get isOpen(): boolean {
    return this.status === 'confirmed' || this.status === 'waitlisted';
  }

  /** From the wait list to a seat. */
  confirm(now: Date): void {
    this.become({ status: 'confirmed', waitNumber: notWaiting, changedAt: now });
  }

  end(reason: 'withdrawn' | 'released-by-coordinator', now: Date): void {
    this.become(ended('withdrawn', reason, now));
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<SignUp>): void {
    Object.assign(this, state);
  }
}

const ended = (status: 'withdrawn' | 'cancelled', endReason: EndReason, endedAt: Date) => ({
  status,
  waitNumber: notWaiting,
  openKey: null,
  endedAt,
  endReason,
  changedAt: endedAt,
});
