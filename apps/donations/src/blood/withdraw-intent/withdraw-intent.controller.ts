import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { WithdrawIntent } from './withdraw-intent.handler.js';

@Controller('api/v1/donations/blood/intents/:id')
export class WithdrawIntentController {
  constructor(private readonly withdrawIntent: WithdrawIntent) {}

  /** Takes the wish back; a second time changes nothing. */
  @Delete()
  @HttpCode(204)
  withdraw(
    @CurrentPrincipal() citizen: Principal,
    @Param('id', ResourceId) id: string,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<void> {
    return this.withdrawIntent.handle(citizen.accountId, id, expected);
  }
}
