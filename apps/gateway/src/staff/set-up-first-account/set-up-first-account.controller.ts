import { Body, Controller, Post } from '@nestjs/common';
import { CreatedAt } from '@sanxian/shared/http';
import { AccountResponse } from '../../accounts/account.dto.js';
import { SetUpFirstAccountRequest } from './set-up-first-account.dto.js';
import { SetUpFirstAccount } from './set-up-first-account.handler.js';

@Controller('api/v1/accounts/first-staff')
export class SetUpFirstAccountController {
  constructor(private readonly setUpFirstAccount: SetUpFirstAccount) {}

  /** Makes the first staff account with the token of the set-up link. */
  @Post()
  @CreatedAt('/api/v1/me')
  create(@Body() body: SetUpFirstAccountRequest): Promise<AccountResponse> {
    return this.setUpFirstAccount.handle(body);
  }
}
