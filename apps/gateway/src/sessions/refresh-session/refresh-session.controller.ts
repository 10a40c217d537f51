import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import { CreatedAt } from '@sanxian/shared/http';
import { CookieRefreshToken } from '../cookie-refresh-token.js';
import { RefreshTokenDelivery } from '../refresh-token-delivery.interceptor.js';
import { SessionResponse } from '../session.dto.js';
import { RefreshSessionRequest } from './refresh-session.dto.js';
import { RefreshSession } from './refresh-session.handler.js';

@Controller('api/v1/auth/sessions')
@UseInterceptors(RefreshTokenDelivery)
export class RefreshSessionController {
  constructor(private readonly refreshSession: RefreshSession) {}

  /** Exchanges a refresh token for a new access token and the next refresh token. */
  @Post('refresh')
  @CreatedAt('/api/v1/auth/sessions/current')
  refresh(
    @Body() { refreshToken }: RefreshSessionRequest,
    @CookieRefreshToken() fromCookie: string | undefined,
  ): Promise<SessionResponse> {
    return this.refreshSession.handle(refreshToken ?? fromCookie);
  }
}
