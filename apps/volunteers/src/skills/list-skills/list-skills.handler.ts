import { Injectable } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { selfClaimedSkills, skillCatalogue } from '../skill-catalogue.js';
import type { SkillList } from './list-skills.dto.js';

@Injectable()
export class ListSkills {
  handle(language: Language): SkillList {
    const items = skillCatalogue.map(({ code, label }) => ({
      code,
      label: label[language],
      selfClaimed: selfClaimedSkills.includes(code),
    }));
    return { items };
  }
}
