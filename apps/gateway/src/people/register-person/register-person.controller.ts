import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CreatedAt, CurrentPrincipal } from '@sanxian/shared/http';
import { type Principal, WorksForBranch } from '@sanxian/shared/security';
import type { PersonResponse } from '../person.dto.js';
import { RegisterPersonRequest } from './register-person.dto.js';
import { RegisterPerson } from './register-person.handler.js';

@Controller('api/v1/accounts/people')
@UseGuards(WorksForBranch)
export class RegisterPersonController {
  constructor(private readonly registerPerson: RegisterPerson) {}

  /** Registers a person from a paper form. They need no phone, and can never log in without one. */
  @Post()
  @CreatedAt('/api/v1/accounts/people/:id')
  register(
    @CurrentPrincipal() coordinator: Principal,
    @Body() request: RegisterPersonRequest,
  ): Promise<PersonResponse> {
    return this.registerPerson.handle(coordinator.accountId, request);
  }
}
