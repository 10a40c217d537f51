import { Body, Controller, Ip, Post, UseInterceptors } from '@nestjs/common';
import { CreatedAt } from '@sanxian/shared/http';
import { RefreshTokenDelivery } from '../../sessions/refresh-token-delivery.interceptor.js';
import { SessionDto } from '../../sessions/session.dto.js';
import { LogInAsStaffDto } from './log-in-as-staff.dto.js';
import { LogInAsStaff } from './log-in-as-staff.handler.js';

@Controller('api/v1/auth/staff-sessions')
@UseInterceptors(RefreshTokenDelivery)
export class LogInAsStaffController {
  constructor(private readonly logInAsStaff: LogInAsStaff) {}

  /** Logs staff in with username, password and, where set up, an authenticator. */
  @Post()
  @CreatedAt('/api/v1/auth/sessions/current')
  logIn(@Body() body: LogInAsStaffDto, @Ip() address: string): Promise<SessionDto> {
    return this.logInAsStaff.handle({ ...body, address });
  }
}
