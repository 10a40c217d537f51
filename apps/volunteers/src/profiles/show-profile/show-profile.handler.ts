import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { certificatesOf } from '../../skills/certificates.js';
import { describeProfile } from '../describe-profile.js';
import type { VolunteerProfileResponse } from '../volunteer-profile.dto.js';
import { VolunteerProfile } from '../volunteer-profile.entity.js';

@Injectable()
export class ShowProfile {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  async handle(personId: string): Promise<VolunteerProfileResponse> {
    const { manager } = this.reads;
    const profile = await manager.findOneBy(VolunteerProfile, { personId });
    if (!profile) throw new Refusal(commonProblems['not-found']);
    const certificates = await certificatesOf(manager, personId);
    return describeProfile(profile, certificates, await this.personKeys.find(manager, personId));
  }
}
