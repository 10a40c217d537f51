import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { BlindIndex, PeopleSeal, PersonKeys } from '@sanxian/shared/security';
import { describeProfile } from '../describe-profile.js';
import { assertPossibleBirthDate } from '../possible-birth-date.js';
import type { MyProfileResponse } from '../profile.dto.js';
import { Profile } from '../profile.entity.js';
import { assertResidentId } from '../../resident-id/resident-id-field.js';
import type { ChangeMyProfileRequest } from './change-profile.dto.js';

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
    private readonly blindIndex: BlindIndex,
  ) {}

  handle({ personId, changes, expectedVersion }: ChangeProfileCommand): Promise<MyProfileResponse> {
    const today = todayInShanghai(this.clock);
    const { birthDate, residentId } = changes;
    assertPossibleBirthDate(birthDate, today);
    if (typeof residentId === 'string') assertResidentId(residentId, today);
    return this.unitOfWork.run(async (tx) => {
      const profile = await tx.find(Profile, { id: personId });
      if (!profile) throw new Refusal(commonProblems['not-found']);
      assertExpected(profile, expectedVersion);
      const key = await this.personKeys.obtain(tx, personId);
      if (profile.change(changes, { key, blindIndex: this.blindIndex }, this.clock.now())) {
        await tx.update(profile);
        // Also when nothing of it travels: requests carry the version, and other services wait until they have seen it.
        await tx.emit(profile, profile.announcement(key, this.peopleSeal));
      }
      return describeProfile(profile, profile.details(key));
    });
  }
}
