import { type DynamicModule, Module } from '@nestjs/common';
import { ExpireSkills } from './expire-skills/expire-skills.worker.js';
import { GrantSkillController } from './grant-skill/grant-skill.controller.js';
import { GrantSkill } from './grant-skill/grant-skill.handler.js';
import { ListSkillsController } from './list-skills/list-skills.controller.js';
import { ListSkills } from './list-skills/list-skills.handler.js';
import { ShowGrantedSkillController } from './show-granted-skill/show-granted-skill.controller.js';
import { ShowGrantedSkill } from './show-granted-skill/show-granted-skill.handler.js';

@Module({})
export class SkillsModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: SkillsModule,
      imports: [core],
      controllers: [ListSkillsController, GrantSkillController, ShowGrantedSkillController],
      providers: [ListSkills, GrantSkill, ShowGrantedSkill, ExpireSkills],
    };
  }
}
