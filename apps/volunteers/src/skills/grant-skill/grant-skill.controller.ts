import { Body, Controller, Param, Post } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { GrantedSkillResponse } from '../granted-skill.dto.js';
import { GrantSkillRequest } from './grant-skill.dto.js';
import { GrantSkill } from './grant-skill.handler.js';

@Controller('api/v1/volunteers/profiles/:id/skills')
export class GrantSkillController {
  constructor(private readonly grantSkill: GrantSkill) {}

  /** Enters a certificate or an appointment of a volunteer. */
  @Post()
  @CreatedAt('/api/v1/volunteers/granted-skills/:id')
  grant(
    @CurrentPrincipal() coordinator: Principal,
    @Param('id', ResourceId) profileId: string,
    @Body() request: GrantSkillRequest,
  ): Promise<GrantedSkillResponse> {
    return this.grantSkill.handle(coordinator.accountId, profileId, request);
  }
}
