import { Controller, Get } from '@nestjs/common';
import { DeadLetterGroupsResponse } from './group-dead-letters.dto.js';
import { GroupDeadLetters } from './group-dead-letters.handler.js';

@Controller()
export class GroupDeadLettersController {
  constructor(private readonly groupDeadLetters: GroupDeadLetters) {}

  /** How many messages each use case could not handle, by error. */
  @Get('groups')
  groups(): Promise<DeadLetterGroupsResponse> {
    return this.groupDeadLetters.handle();
  }
}
