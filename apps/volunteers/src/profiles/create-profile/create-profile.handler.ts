import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonKeys } from '@sanxian/shared/security';
import { volunteersProblems } from '../../problems.js';
import { certificatesOf } from '../../skills/certificates.js';
import { describeProfile, sealGuardian, sealHome } from '../describe-profile.js';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { VolunteerProfile } from '../volunteer-profile.entity.js';
import type { CreateVolunteerProfileRequest } from './create-profile.dto.js';

@Injectable()
export class CreateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentQueries,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  handle(personId: string, request: CreateVolunteerProfileRequest): Promise<VolunteerProfileResponse> {
    const { skills, languages, area, availability = [], guardian, home } = request;
    const { availabilityExceptions = null, radiusKm = null, hoursPerWeek = null, roleWishes = null } = request;
    return this.unitOfWork.run(async (tx) => {
      if (await tx.manager.existsBy(VolunteerProfile, { personId })) {
        throw new Refusal(volunteersProblems['profile-exists']);
      }
      if (!(await this.consents.isGranted(tx.manager, personId, 'volunteer-service'))) {
        throw new Refusal(volunteersProblems['consent-missing']);
      }
      const key = await this.personKeys.obtain(tx, personId);
      const sealedGuardian = guardian ? sealGuardian(guardian, key) : null;
      const sealedHome = home ? sealHome(home, key) : null;
      const details = {
        ...{ skills, languages, area, availability, sealedGuardian, sealedHome },
        ...{ availabilityExceptions, radiusKm, hoursPerWeek, roleWishes },
      };
      const { profile, registered } = VolunteerProfile.register(personId, details, this.clock.now());
      await tx.insert(profile);
      await tx.emit(profile, registered);
      return describeProfile(profile, await certificatesOf(tx.manager, personId), key);
    });
  }
}
