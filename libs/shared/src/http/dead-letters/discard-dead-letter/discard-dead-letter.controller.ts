import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Principal } from '../../../security/principal.js';
import { CurrentPrincipal } from '../../access/current-principal.js';
import { DeadLetterNumber } from '../dead-letter-number.pipe.js';
import { DiscardDeadLetterRequest } from './discard-dead-letter.dto.js';
import { DiscardDeadLetter } from './discard-dead-letter.handler.js';

@Controller()
export class DiscardDeadLetterController {
  constructor(private readonly discardDeadLetter: DiscardDeadLetter) {}

  /** Gives a message up for good, and lets those behind it run. */
  @Post(':number/discard')
  @HttpCode(204)
  discard(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('number', DeadLetterNumber) number: number,
    @Body() request: DiscardDeadLetterRequest,
  ): Promise<void> {
    return this.discardDeadLetter.handle(accountId, number, request);
  }
}
