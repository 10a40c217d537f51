import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { certificatesOf } from '../../skills/certificates.js';
import { describeProfile, sealGuardian, sealHome } from '../describe-profile.js';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { VolunteerProfile } from '../volunteer-profile.entity.js';
import type { ChangeVolunteerProfileRequest } from './change-profile.dto.js';

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personKeys: PersonKeys,
  ) {}

  handle(
    personId: string,
    { guardian, home, ...changes }: ChangeVolunteerProfileRequest,
    expected: number | undefined,
  ): Promise<VolunteerProfileResponse> {
    return this.unitOfWork.run(async (tx) => {
      const profile = await tx.find(VolunteerProfile, { personId });
      if (!profile) throw new Refusal(commonProblems['not-found']);
      assertExpected(profile, expected);
      const key = await this.personKeys.obtain(tx, personId);
      profile.change(changes);
      if (guardian !== undefined) profile.change({ sealedGuardian: guardian && sealGuardian(guardian, key) });
      if (home !== undefined) profile.change({ sealedHome: home && sealHome(home, key) });
      await tx.update(profile);
      return describeProfile(profile, await certificatesOf(tx.manager, personId), key);
    });
  }
}
