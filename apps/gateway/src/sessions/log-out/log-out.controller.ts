import { Controller, Delete, HttpCode, UseInterceptors } from '@nestjs/common';
import { CurrentPrincipal } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { RefreshCookieRemoval } from './refresh-cookie-removal.interceptor.js';
import { LogOut } from './log-out.handler.js';

@Controller('api/v1/auth/sessions/current')
@UseInterceptors(RefreshCookieRemoval)
export class LogOutController {
  constructor(private readonly logOut: LogOut) {}

  /** Ends this log-in at once, on this device. */
  @Delete()
  @HttpCode(204)
  end(@CurrentPrincipal() { sessionId }: Principal): Promise<void> {
    return this.logOut.handle(sessionId);
  }
}
