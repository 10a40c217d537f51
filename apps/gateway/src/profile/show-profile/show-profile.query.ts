import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { describeProfile } from '../describe-profile.js';
import type { MyProfileResponse } from '../profile.dto.js';
import { Profile } from '../profile.entity.js';

@Injectable()
export class ShowProfile {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  async of(personId: string): Promise<MyProfileResponse> {
    const profile = await this.reads.manager.findOneBy(Profile, { id: personId });
    const key = await this.personKeys.find(this.reads.manager, personId);
    if (!profile || !key) throw new Refusal(commonProblems['not-found']);
    return describeProfile(profile, profile.details(key));
  }
}
