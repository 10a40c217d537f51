import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { WithdrawStemCellIntent } from './withdraw-intent.handler.js';

@Controller('api/v1/donations/stem-cell/intents/:id')
export class WithdrawStemCellIntentController {
  constructor(private readonly withdrawIntent: WithdrawStemCellIntent) {}

  /** Takes the wish back and erases the contacts, at any time and without a reason; a second time changes nothing. */
  @Delete()
  @HttpCode(204)
  withdraw(
    @CurrentPrincipal() citizen: Principal,
    @Param('id', ResourceId) id: string,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<void> {
    return this.withdrawIntent.handle({ personId: citizen.accountId, recordedBy: 'self', id, expected });
  }
}
