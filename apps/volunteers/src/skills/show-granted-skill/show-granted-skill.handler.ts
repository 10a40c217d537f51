import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { describeGrantedSkill } from '../describe-granted-skill.js';
import type { GrantedSkillResponse } from '../granted-skill.dto.js';
import { GrantedSkill } from '../granted-skill.entity.js';

@Injectable()
export class ShowGrantedSkill {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  async handle(id: string): Promise<GrantedSkillResponse> {
    const { manager } = this.reads;
    const granted = await manager.findOneBy(GrantedSkill, { id });
    if (!granted) throw new Refusal(commonProblems['not-found']);
    return describeGrantedSkill(granted, await this.personKeys.find(manager, granted.personId));
  }
}
