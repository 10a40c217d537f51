import { newId } from '@sanxian/shared/config';
import { EventCancelled, EventPublished, fact, Refusal } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Check, Column, Entity, Index } from 'typeorm';
import { volunteersProblems } from '../problems.js';
import type { EventKind, EventRisk } from './event-kinds.js';

export interface EventDetails {
  readonly title: string;
  readonly kind: EventKind;
  readonly placeName: string;
  readonly area: string;
  /** Millionths of a degree. */
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly risk: EventRisk;
  readonly description: string | null;
  /** Accident cover for those who help: insurer and policy; null while there is none. */
  readonly insurance: string | null;
  /** How much a filled seat counts when seats compete for people, 1 to 9; null for 1. */
  readonly priority: number | null;
  /** Whoever speaks one of them is welcome; none for any. */
  readonly languages: string[] | null;
}

export type EventStatus = 'draft' | 'published' | 'cancelled';

/** An activity that people help at. Its shifts are aggregates of their own. */
@Entity('volunteer_events')
@Check('volunteer_events_status', `status IN ('draft', 'published', 'cancelled')`)
@Check('volunteer_events_times', 'starts_at < ends_at')
@Index('volunteer_events_by_start', ['startsAt', 'id'])
export class VolunteerEvent implements EventDetails {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'branch_id' })
  readonly branchId!: string;

  @Column({ type: 'varchar', length: 20 })
  readonly status!: EventStatus;

  @Column({ type: 'varchar', length: 200 })
  readonly title!: string;

  @Column({ type: 'varchar', length: 40 })
  readonly kind!: EventKind;

  @Column({ type: 'varchar', length: 200, name: 'place_name' })
  readonly placeName!: string;

  @Column({ type: 'varchar', length: 9 })
  readonly area!: string;

  @Column({ type: 'integer', name: 'latitude_e6', nullable: true })
  readonly latitudeE6!: number | null;

  @Column({ type: 'integer', name: 'longitude_e6', nullable: true })
  readonly longitudeE6!: number | null;

  @InstantColumn({ name: 'starts_at' })
  readonly startsAt!: Date;

  @InstantColumn({ name: 'ends_at' })
  readonly endsAt!: Date;

  @Column({ type: 'varchar', length: 20 })
  readonly risk!: EventRisk;

  @Column({ type: 'text', nullable: true })
  readonly description!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  readonly insurance!: string | null;

  @Column({ type: 'integer', nullable: true })
  readonly priority!: number | null;

  @Column({ type: 'json', nullable: true })
  readonly languages!: string[] | null;

  /** Stays when the event is cancelled: who could see it still can. */
  @InstantColumn({ name: 'published_at', nullable: true })
  readonly publishedAt!: Date | null;

  @InstantColumn({ name: 'cancelled_at', nullable: true })
  readonly cancelledAt!: Date | null;

  @Column({ type: 'varchar', length: 500, name: 'cancellation_reason', nullable: true })
  readonly cancellationReason!: string | null;

  /** The last of its changes, for calendars; null when that was before we kept it. */
  @InstantColumn({ name: 'changed_at', nullable: true })
  readonly changedAt!: Date | null;

  @VersionColumn()
  version!: number;

  static plan(branchId: string, details: EventDetails, now: Date): VolunteerEvent {
    const event = Object.assign(new VolunteerEvent(), { id: newId(), branchId });
    const fresh = { status: 'draft', publishedAt: null, cancelledAt: null, cancellationReason: null } as const;
    event.become({ ...details, ...fresh, changedAt: now });
    return event;
  }

  /** Whether people may come to harm there. */
  get isDangerous(): boolean {
    return this.risk === 'high';
  }

  /** @throws Refusal `event-cancelled`, or `shift-outside-event` when a shift would no longer lie within */
  change(
    changes: Partial<EventDetails>,
    shifts: readonly { readonly startsAt: Date; readonly endsAt: Date }[],
    now: Date,
  ): void {
    this.assertNotCancelled();
    this.become({ ...changes, changedAt: now });
    for (const shift of shifts) this.assertHolds(shift);
  }

  /** @throws Refusal `event-cancelled`, or `shift-outside-event` */
  assertTakes(shift: { readonly startsAt: Date; readonly endsAt: Date }): void {
    this.assertNotCancelled();
    this.assertHolds(shift);
  }

  /**
   * Makes the event visible and opens its shifts. The first time counts.
   * @throws Refusal `event-cancelled`, or `shifts-missing`
   */
  publish(hasShifts: boolean, now: Date): EventPublished[] {
    this.assertNotCancelled();
    if (this.status === 'published') return [];
    if (!hasShifts) throw new Refusal(volunteersProblems['shifts-missing']);
    this.become({ status: 'published', publishedAt: now, changedAt: now });
    const { id, title, kind, area, branchId } = this;
    const times = { startsAt: this.startsAt.toISOString(), endsAt: this.endsAt.toISOString() };
    return [fact(EventPublished, { eventId: id, title, kind, area, branchId, ...times })];
  }

  /**
   * Calls the event off. Nobody has heard of a draft, so there is nobody to tell.
   * @throws Refusal `event-over`
   */
  cancel(reason: string, now: Date): EventCancelled[] {
    const wasPublished = this.status === 'published';
    if (wasPublished && this.endsAt <= now) throw new Refusal(volunteersProblems['event-over']);
    this.become({ status: 'cancelled', cancelledAt: now, cancellationReason: reason, changedAt: now });
    if (!wasPublished) return [];
    const { id, title, startsAt } = this;
    return [fact(EventCancelled, { eventId: id, title, startsAt: startsAt.toISOString(), reason })];
  }

  private assertNotCancelled(): void {
    if (this.status === 'cancelled') throw new Refusal(volunteersProblems['event-cancelled']);
  }

  private assertHolds({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): void {
    if (startsAt < this.startsAt || endsAt > this.endsAt) {
      throw new Refusal(volunteersProblems['shift-outside-event']);
    }
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<VolunteerEvent>): void {
    Object.assign(this, state);
  }
}
