import { Injectable } from '@nestjs/common';
import type { Transaction } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonFactsQueries } from '@sanxian/shared/security';
import { In, LessThan, MoreThan } from 'typeorm';
import { VolunteerProfile } from '../profiles/volunteer-profile.entity.js';
import { certificatesOf } from '../skills/certificates.js';
import type { Shift } from './shift.entity.js';
import type { Candidate } from './sign-up-rules/may-sign-up.js';
import { workLimits } from './working-time.policy.js';
import { openStatuses, SignUp } from './sign-up.entity.js';

const weekMilliseconds = workLimits.week * 60_000;

/** Gathers what the sign-up rules ask of a person. */
@Injectable()
export class Candidates {
  constructor(
    private readonly consents: ConsentQueries,
    private readonly personFacts: PersonFactsQueries,
  ) {}

  /** Comes after the shift was taken for change, so that everybody locks in one order. */
  async of(tx: Transaction, personId: string, { startsAt, endsAt }: Shift): Promise<Candidate> {
    // Taken for change: two overlapping shifts are two rows, and the person's own row makes one sign-up see the other.
    const profile = await tx.find(VolunteerProfile, { personId });
    const openSignUps = await tx.manager.findBy(SignUp, {
      personId,
      status: In(openStatuses),
      startsAt: LessThan(new Date(endsAt.getTime() + weekMilliseconds)),
      endsAt: MoreThan(new Date(startsAt.getTime() - weekMilliseconds)),
    });
    const consents = await this.consents.isGranted(tx.manager, personId, 'volunteer-service');
    const certificates = await certificatesOf(tx.manager, personId);
    const { birthDate } = await this.personFacts.of(tx.manager, personId);
    return {
      ...{ skills: profile?.skills ?? null, certificates, consents, birthDate, openSignUps },
      hasGuardian: profile?.sealedGuardian != null,
      hoursPerWeek: profile?.hoursPerWeek ?? null,
    };
  }
}
