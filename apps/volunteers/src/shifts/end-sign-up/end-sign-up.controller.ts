import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { CurrentPrincipal, ExpectedVersion, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { EndSignUp } from './end-sign-up.handler.js';

@Controller('api/v1/volunteers/sign-ups/:id')
export class EndSignUpController {
  constructor(private readonly endSignUp: EndSignUp) {}

  /** The volunteer withdraws, or the coordinator releases them; the next of the wait list gets the seat. */
  @Delete()
  @HttpCode(204)
  end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ResourceId) id: string,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<void> {
    return this.endSignUp.handle(principal, id, expected);
  }
}
