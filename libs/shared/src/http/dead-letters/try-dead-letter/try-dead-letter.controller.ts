import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Principal } from '../../../security/principal.js';
import { CurrentPrincipal } from '../../access/current-principal.js';
import { DeadLetterNumber } from '../dead-letter-number.pipe.js';
import { DeadLetterTryResponse } from '../dead-letter.dto.js';
import { TryDeadLetter } from './try-dead-letter.handler.js';

@Controller()
export class TryDeadLetterController {
  constructor(private readonly tryDeadLetter: TryDeadLetter) {}

  /** Says what a replay would come to, and takes everything back. */
  @Post(':number/dry-run')
  @HttpCode(200)
  dryRun(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('number', DeadLetterNumber) number: number,
  ): Promise<DeadLetterTryResponse> {
    return this.tryDeadLetter.handle(accountId, number);
  }
}
