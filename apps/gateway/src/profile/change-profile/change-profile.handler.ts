import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { fact, PersonChanged, Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { PeopleSeal, PersonKeys } from '@sanxian/shared/security';
import { gatewayProblems } from '../../problems.js';
import { describeProfile } from '../describe-profile.js';
import type { MyProfileResponse } from '../profile.dto.js';
import { Profile } from '../profile.entity.js';
import type { ChangeMyProfileRequest } from './change-profile.dto.js';

const earliestBirthDate = '1900-01-01';

interface ChangeProfileCommand {
  readonly personId: string;
  readonly changes: ChangeMyProfileRequest;
  readonly expectedVersion: number | undefined;
}

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly personKeys: PersonKeys,
    private readonly peopleSeal: PeopleSeal,
  ) {}

  handle({ personId, changes, expectedVersion }: ChangeProfileCommand): Promise<MyProfileResponse> {
    const { birthDate } = changes;
    if (birthDate && (birthDate < earliestBirthDate || birthDate > todayInShanghai(this.clock))) {
      throw new Refusal(gatewayProblems['birth-date-not-possible']);
    }
    return this.unitOfWork.run(async (tx) => {
      const profile = await tx.find(Profile, { id: personId });
      if (!profile) throw new Refusal(commonProblems['not-found']);
      assertExpected(profile, expectedVersion);
      const key = await this.personKeys.obtain(tx, personId);
      if (profile.change(changes, key, this.clock.now())) {
        await tx.update(profile);
        const sealed = this.peopleSeal.seal(personId, profile.details(key));
        await tx.emit(profile, fact(PersonChanged, { personId, sealed }));
      }
      return describeProfile(profile, profile.details(key));
    });
  }
}
