import { newId } from '@sanxian/shared/config';
import { fact, Refusal, SkillExpired, SkillGranted } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Column, Entity, Index } from 'typeorm';
import { volunteersProblems } from '../problems.js';
import { type Certificate, isValidOn, usualExpiry } from './certificate-validity.policy.js';
import type { SkillCode } from './skill-catalogue.js';

export interface SkillGrant {
  readonly profileId: string;
  readonly personId: string;
  readonly skill: SkillCode;
  /** Calendar dates, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly expiresOn: string | undefined;
  /** Encrypted under the person's key. */
  readonly sealedCertificateNumber: string | null;
  /** The account of the coordinator. */
  readonly grantedBy: string;
}

/** A skill that the society vouches for: a certificate that was passed, or an appointment. Another one renews it. */
@Entity('granted_skills')
@Index('granted_skills_by_person', ['personId', 'skill', 'issuedOn'], { unique: true })
@Index('granted_skills_by_expiry', ['expiredAt', 'expiresOn', 'id'])
export class GrantedSkill implements Certificate {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'profile_id' })
  readonly profileId!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 40 })
  readonly skill!: SkillCode;

  @Column({ type: 'varchar', length: 10, name: 'issued_on' })
  readonly issuedOn!: string;

  @Column({ type: 'varchar', length: 10, name: 'expires_on', nullable: true })
  readonly expiresOn!: string | null;

  @Column({ type: 'varchar', length: 500, name: 'sealed_certificate_number', nullable: true })
  readonly sealedCertificateNumber!: string | null;

  @ReferenceColumn({ name: 'granted_by' })
  readonly grantedBy!: string;

  @InstantColumn({ name: 'granted_at' })
  readonly grantedAt!: Date;

  /** When others were told that its last day is over; so they are told once. */
  @InstantColumn({ name: 'expired_at', nullable: true })
  readonly expiredAt!: Date | null;

  @VersionColumn()
  version!: number;

  /**
   * @param today in Asia/Shanghai
   * @throws Refusal `not-yet-issued`
   */
  static grant(
    { expiresOn, ...grant }: SkillGrant,
    today: string,
    now: Date,
  ): { readonly granted: GrantedSkill; readonly fact: SkillGranted } {
    if (grant.issuedOn > today) throw new Refusal(volunteersProblems['not-yet-issued']);
    const state = { ...grant, expiresOn: expiresOn ?? usualExpiry(grant.skill, grant.issuedOn) };
    const granted = Object.assign(new GrantedSkill(), { id: newId(), ...state, grantedAt: now, expiredAt: null });
    return { granted, fact: granted.announcement() };
  }

  /**
   * Lets others know, once, that its last day is over.
   * @param today in Asia/Shanghai
   * @param renewed whether another certificate of this skill still counts
   */
  expire(today: string, renewed: boolean, now: Date): SkillExpired[] {
    const { id: grantedSkillId, profileId, personId, skill, expiresOn } = this;
    if (expiresOn === null || this.expiredAt !== null || isValidOn(this, today)) return [];
    Object.assign(this, { expiredAt: now });
    return [fact(SkillExpired, { grantedSkillId, profileId, personId, skill, expiresOn, renewed })];
  }

  private announcement(): SkillGranted {
    const { id: grantedSkillId, profileId, personId, skill, issuedOn, expiresOn } = this;
    const lastDay = expiresOn === null ? {} : { expiresOn };
    return fact(SkillGranted, { grantedSkillId, profileId, personId, skill, issuedOn, ...lastDay });
  }
}
