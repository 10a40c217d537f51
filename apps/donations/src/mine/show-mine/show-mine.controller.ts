import { Controller, Get } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { MyDonations } from './show-mine.dto.js';
import { ShowMine } from './show-mine.handler.js';

@Controller('api/v1/donations/mine')
export class ShowMineController {
  constructor(private readonly showMine: ShowMine) {}

  /** All that the reader has registered, in one answer. */
  @Get()
  show(@CurrentPrincipal() citizen: Principal): Promise<MyDonations> {
    return this.showMine.handle(citizen.accountId);
  }
}
