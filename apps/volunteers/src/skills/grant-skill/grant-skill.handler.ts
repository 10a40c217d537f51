import { Injectable } from '@nestjs/common';
import { Clock, dayInShanghai } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { AuditTrail, ConsentQueries, PersonKeys } from '@sanxian/shared/security';
import { volunteersProblems } from '../../problems.js';
import { VolunteerProfile } from '../../profiles/volunteer-profile.entity.js';
import { isRenewed } from '../certificates.js';
import { describeGrantedSkill, sealCertificateNumber } from '../describe-granted-skill.js';
import type { GrantedSkillResponse } from '../granted-skill.dto.js';
import { GrantedSkill } from '../granted-skill.entity.js';
import type { GrantSkillRequest } from './grant-skill.dto.js';

@Injectable()
export class GrantSkill {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentQueries,
    private readonly personKeys: PersonKeys,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  handle(grantedBy: string, profileId: string, request: GrantSkillRequest): Promise<GrantedSkillResponse> {
    const { skill, issuedOn, expiresOn, certificateNumber } = request;
    return this.unitOfWork.run(async (tx) => {
      // Taken for change: two grants of one certificate see each other.
      const profile = await tx.find(VolunteerProfile, { id: profileId });
      if (!profile) throw new Refusal(commonProblems['not-found']);
      const { personId } = profile;
      await this.assertMayBeGranted(tx, personId, request);
      const key = await this.personKeys.obtain(tx, personId);
      const sealedCertificateNumber =
        certificateNumber === undefined ? null : sealCertificateNumber(certificateNumber, key);
      const grant = { profileId, personId, skill, issuedOn, expiresOn, sealedCertificateNumber, grantedBy };
      const now = this.clock.now();
      const today = dayInShanghai(now);
      const { granted, fact } = GrantedSkill.grant(grant, today, now);
      // One that is entered after its last day is told to be over at once.
      const expired = granted.expire(today, await isRenewed(tx.manager, granted, today), now);
      await tx.insert(granted);
      await tx.emit(granted, fact, ...expired);
      const subject = { type: 'granted-skill', id: granted.id };
      await this.auditTrail.record(tx, { actorId: grantedBy, action: 'grant-skill', personId, subject });
      return describeGrantedSkill(granted, key);
    });
  }

  private async assertMayBeGranted(
    { manager }: Transaction,
    personId: string,
    { skill, issuedOn }: GrantSkillRequest,
  ): Promise<void> {
    if (!(await this.consents.isGranted(manager, personId, 'volunteer-service'))) {
      throw new Refusal(volunteersProblems['consent-missing']);
    }
    if (await manager.existsBy(GrantedSkill, { personId, skill, issuedOn })) {
      throw new Refusal(volunteersProblems['skill-already-granted']);
    }
  }
}
