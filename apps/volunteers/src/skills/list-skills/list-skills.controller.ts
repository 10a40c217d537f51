import { Controller, Get } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReaderLanguage } from '@sanxian/shared/http';
import type { SkillList } from './list-skills.dto.js';
import { ListSkills } from './list-skills.handler.js';

@Controller('api/v1/volunteers/skills')
export class ListSkillsController {
  constructor(private readonly listSkills: ListSkills) {}

  /** The skills a profile can name and a shift can ask for. */
  @Get()
  list(@ReaderLanguage() language: Language): SkillList {
    return this.listSkills.handle(language);
  }
}
