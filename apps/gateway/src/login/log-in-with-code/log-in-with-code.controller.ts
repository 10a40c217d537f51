import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { CreatedAt, ReaderLanguage } from '@sanxian/shared/http';
import { RefreshTokenDelivery } from '../../sessions/refresh-token-delivery.interceptor.js';
import { SessionResponse } from '../../sessions/session.dto.js';
import { LogInWithCodeRequest } from './log-in-with-code.dto.js';
import { LogInWithCode } from './log-in-with-code.handler.js';

@Controller('api/v1/auth/sessions')
@UseInterceptors(RefreshTokenDelivery)
export class LogInWithCodeController {
  constructor(private readonly logInWithCode: LogInWithCode) {}

  /** Logs a citizen in; the first time this makes the account. */
  @Post()
  @CreatedAt('/api/v1/auth/sessions/current')
  logIn(@Body() body: LogInWithCodeRequest, @ReaderLanguage() language: Language): Promise<SessionResponse> {
    return this.logInWithCode.handle({ ...body, language });
  }
}
