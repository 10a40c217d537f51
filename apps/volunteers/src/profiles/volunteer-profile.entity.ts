import { newId } from '@sanxian/shared/config';
import { fact, Refusal, VolunteerRegistered } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Column, Entity, Index } from 'typeorm';
import { volunteersProblems } from '../problems.js';
import { selfClaimedSkills, type SkillCode } from '../skills/skill-catalogue.js';
import type { AvailabilityException } from './availability-exception.dto.js';
import type { AvailabilityWindow } from './availability.dto.js';
import type { RoleWish } from './role-wish.dto.js';

export interface ProfileDetails {
  readonly skills: SkillCode[];
  readonly languages: string[];
  readonly area: string;
  readonly availability: AvailabilityWindow[];
  /** Encrypted under the person's key, as is the home. */
  readonly sealedGuardian: string | null;
  readonly sealedHome: string | null;
  readonly availabilityExceptions: AvailabilityException[] | null;
  /** Null for the usual radius. */
  readonly radiusKm: number | null;
  /** Null for no limit. */
  readonly hoursPerWeek: number | null;
  readonly roleWishes: RoleWish[] | null;
}

/** A person as a volunteer: what they can do, where, and when. One per person. */
@Entity('volunteer_profiles')
@Index('volunteer_profiles_by_person', ['personId'], { unique: true })
export class VolunteerProfile implements ProfileDetails {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'json' })
  readonly skills!: SkillCode[];

  @Column({ type: 'json' })
  readonly languages!: string[];

  @Column({ type: 'varchar', length: 9 })
  readonly area!: string;

  @Column({ type: 'json' })
  readonly availability!: AvailabilityWindow[];

  @Column({ type: 'varchar', length: 1000, name: 'sealed_guardian', nullable: true })
  readonly sealedGuardian!: string | null;

  @Column({ type: 'varchar', length: 300, name: 'sealed_home', nullable: true })
  readonly sealedHome!: string | null;

  @Column({ type: 'json', name: 'availability_exceptions', nullable: true })
  readonly availabilityExceptions!: AvailabilityException[] | null;

  @Column({ type: 'integer', name: 'radius_km', nullable: true })
  readonly radiusKm!: number | null;

  @Column({ type: 'integer', name: 'hours_per_week', nullable: true })
  readonly hoursPerWeek!: number | null;

  @Column({ type: 'json', name: 'role_wishes', nullable: true })
  readonly roleWishes!: RoleWish[] | null;

  @InstantColumn({ name: 'registered_at' })
  readonly registeredAt!: Date;

  @VersionColumn()
  version!: number;

  /** @throws Refusal `skill-by-appointment` */
  static register(
    personId: string,
    details: ProfileDetails,
    now: Date,
  ): { profile: VolunteerProfile; registered: VolunteerRegistered } {
    const profile = Object.assign(new VolunteerProfile(), { id: newId(), personId, registeredAt: now });
    profile.change(details);
    const registered = fact(VolunteerRegistered, { profileId: profile.id, personId, area: details.area });
    return { profile, registered };
  }

  /**
   * Only what is given changes.
   * @throws Refusal `skill-by-appointment` when such a skill is claimed anew
   */
  change(changes: Partial<ProfileDetails>): void {
    const mayHave = [...selfClaimedSkills, ...(this.skills ?? [])];
    if (changes.skills?.some((skill) => !mayHave.includes(skill))) {
      throw new Refusal(volunteersProblems['skill-by-appointment']);
    }
    this.become(changes);
  }

  /** Everybody may read the state; only the verbs above write it. */
  private become(state: Partial<VolunteerProfile>): void {
    Object.assign(this, state);
  }
}
