import { Controller, Get, Param } from '@nestjs/common';
import { ResourceId } from '@sanxian/shared/http';
import type { GrantedSkillResponse } from '../granted-skill.dto.js';
import { ShowGrantedSkill } from './show-granted-skill.handler.js';

@Controller('api/v1/volunteers/granted-skills/:id')
export class ShowGrantedSkillController {
  constructor(private readonly showGrantedSkill: ShowGrantedSkill) {}

  /** One certificate or appointment of a volunteer. */
  @Get()
  show(@Param('id', ResourceId) id: string): Promise<GrantedSkillResponse> {
    return this.showGrantedSkill.handle(id);
  }
}
