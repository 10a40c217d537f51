import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Principal } from '../../../security/principal.js';
import { CurrentPrincipal } from '../../access/current-principal.js';
import { DeadLetterNumber } from '../dead-letter-number.pipe.js';
import { DeadLetterTryResponse } from '../dead-letter.dto.js';
import { ReplayDeadLetter } from './replay-dead-letter.handler.js';

@Controller()
export class ReplayDeadLetterController {
  constructor(private readonly replayDeadLetter: ReplayDeadLetter) {}

  /** Lets the use case handle the message now. When it fails again, the message stays, with the new error. */
  @Post(':number/replay')
  @HttpCode(200)
  replay(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('number', DeadLetterNumber) number: number,
  ): Promise<DeadLetterTryResponse> {
    return this.replayDeadLetter.handle(accountId, number);
  }
}
