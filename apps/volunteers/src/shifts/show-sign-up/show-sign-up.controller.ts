import { Controller, Get, Param } from '@nestjs/common';
import { CurrentPrincipal, ResourceId } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { SignUpResponse } from '../sign-up.dto.js';
import { ShowSignUp } from './show-sign-up.handler.js';

@Controller('api/v1/volunteers/sign-ups/:id')
export class ShowSignUpController {
  constructor(private readonly showSignUp: ShowSignUp) {}

  /** The reader's own sign-up, or one of the coordinator's branch; open or ended. */
  @Get()
  show(@CurrentPrincipal() reader: Principal, @Param('id', ResourceId) id: string): Promise<SignUpResponse> {
    return this.showSignUp.handle(reader, id);
  }
}
