import { DonorEligibleAgain, fact } from '@sanxian/shared/contracts';
import { InstantColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IntentProduct } from './blood-intent.dto.js';
import type { DonorLook } from './invite-when-eligible-again/when-to-invite.policy.js';
import type { CalendarDate } from './pre-screen/calendar-date.js';

/**
 * A person who has given blood, as far as invitations go: the last day they were invited for, and when to look at them
 * again. No date of the next donation is kept, for records, profile, intents and rules all move it.
 */
@Entity('blood_donors')
@Index('blood_donors_by_next_look', ['nextLookAt'])
export class BloodDonor {
  /** The person. */
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'person_id' })
  readonly id!: string;

  @Column({ type: 'varchar', length: 10, name: 'whole_blood_invited_for', nullable: true })
  private wholeBloodInvitedFor!: CalendarDate | null;

  @Column({ type: 'varchar', length: 10, name: 'platelets_invited_for', nullable: true })
  private plateletsInvitedFor!: CalendarDate | null;

  /** null: there is nothing to wait for until an intent is registered or the records change. */
  @InstantColumn({ name: 'next_look_at', nullable: true })
  private nextLookAt!: Date | null;

  @VersionColumn()
  version!: number;

  static whoGave(personId: string, now: Date): BloodDonor {
    const donor = Object.assign(new BloodDonor(), { id: personId });
    donor.wholeBloodInvitedFor = null;
    donor.plateletsInvitedFor = null;
    donor.nextLookAt = now;
    return donor;
  }

  get invitedFor(): Readonly<Record<IntentProduct, CalendarDate | null>> {
    return { 'whole-blood': this.wholeBloodInvitedFor, platelets: this.plateletsInvitedFor };
  }

  isDue(now: Date): boolean {
    return this.nextLookAt !== null && this.nextLookAt <= now;
  }

  lookAgain(now: Date): void {
    this.nextLookAt = now;
  }

  /** Takes over what a look decided, and tells of the invitations. */
  follow({ invitations, nextLookAt }: DonorLook, now: Date): DonorEligibleAgain[] {
    this.nextLookAt = nextLookAt;
    return invitations.map(({ product, intentId, eligibleFrom }) => {
      if (product === 'whole-blood') this.wholeBloodInvitedFor = eligibleFrom;
      else this.plateletsInvitedFor = eligibleFrom;
      const announcedAt = now.toISOString();
      return fact(DonorEligibleAgain, { personId: this.id, intentId, product, eligibleFrom, announcedAt });
    });
  }
}
