import { Injectable } from '@nestjs/common';
import type { Transaction } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonFactsQueries } from '@sanxian/shared/security';
import { type EntityManager, In, LessThan, MoreThan } from 'typeorm';
import { VolunteerProfile } from '../profiles/volunteer-profile.entity.js';
import { certificatesOf } from '../skills/certificates.js';
import type { Candidate } from './sign-up-rules/may-sign-up.js';
import { openStatuses, SignUp } from './sign-up.entity.js';
import { type TimeSpan, workLimits } from './working-time.policy.js';

const weekMilliseconds = workLimits.week * 60_000;

/** Gathers what the sign-up rules ask of a person. */
@Injectable()
export class Candidates {
  constructor(
    private readonly consents: ConsentQueries,
    private readonly personFacts: PersonFactsQueries,
  ) {}

  /** For a seat. Comes after the shift was taken for change, so that everybody locks in one order. */
  async of(tx: Transaction, personId: string, span: TimeSpan): Promise<Candidate> {
    // Taken for change: two overlapping shifts are two rows, and the person's own row makes one sign-up see the other.
    return this.gather(tx.manager, await tx.find(VolunteerProfile, { personId }), personId, span);
  }

  /** For an answer that binds nobody. */
  async read(manager: EntityManager, personId: string, span: TimeSpan): Promise<Candidate> {
    return this.gather(manager, await manager.findOneBy(VolunteerProfile, { personId }), personId, span);
  }

  private async gather(
    manager: EntityManager,
    profile: VolunteerProfile | null,
    personId: string,
    { startsAt, endsAt }: TimeSpan,
  ): Promise<Candidate> {
    const openSignUps = await manager.findBy(SignUp, {
      personId,
      status: In(openStatuses),
      startsAt: LessThan(new Date(endsAt.getTime() + weekMilliseconds)),
      endsAt: MoreThan(new Date(startsAt.getTime() - weekMilliseconds)),
    });
    const consents = await this.consents.isGranted(manager, personId, 'volunteer-service');
    const certificates = await certificatesOf(manager, personId);
    const { birthDate } = await this.personFacts.of(manager, personId);
    return {
      ...{ skills: profile?.skills ?? null, certificates, consents, birthDate, openSignUps },
      hasGuardian: profile?.sealedGuardian != null,
      hoursPerWeek: profile?.hoursPerWeek ?? null,
    };
  }
}
