import { Controller, Get, Query } from '@nestjs/common';
import { DeadLetterPageResponse, ListDeadLettersQuery } from './list-dead-letters.dto.js';
import { ListDeadLetters } from './list-dead-letters.handler.js';

@Controller()
export class ListDeadLettersController {
  constructor(private readonly listDeadLetters: ListDeadLetters) {}

  /** Messages that wait for a person, oldest first. */
  @Get()
  list(@Query() query: ListDeadLettersQuery): Promise<DeadLetterPageResponse> {
    return this.listDeadLetters.handle(query);
  }
}
