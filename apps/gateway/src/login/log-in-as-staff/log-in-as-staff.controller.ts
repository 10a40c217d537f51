import { Body, Controller, Ip, Post, UseInterceptors } from '@nestjs/common';
import { CreatedAt } from '@sanxian/shared/http';
import { RefreshTokenDelivery } from '../../sessions/refresh-token-delivery.interceptor.js';
import { SessionResponse } from '../../sessions/session.dto.js';
import { LogInAsStaffRequest } from './log-in-as-staff.dto.js';
import { LogInAsStaff } from './log-in-as-staff.handler.js';

@Controller('api/v1/auth/staff-sessions')
@UseInterceptors(RefreshTokenDelivery)
export class LogInAsStaffController {
  constructor(private readonly logInAsStaff: LogInAsStaff) {}

  /** Logs staff in with username, password and, where set up, an authenticator. */
  @Post()
  @CreatedAt('/api/v1/auth/sessions/current')
  logIn(@Body() body: LogInAsStaffRequest, @Ip() address: string): Promise<SessionResponse> {
    return this.logInAsStaff.handle({ ...body, address });
  }
}
