import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReaderLanguage } from '@sanxian/shared/http';
import { OneTimeCodeSentResponse, SendOneTimeCodeRequest } from './send-one-time-code.dto.js';
import { SendOneTimeCode } from './send-one-time-code.handler.js';

@Controller('api/v1/auth/one-time-codes')
export class SendOneTimeCodeController {
  constructor(private readonly sendOneTimeCode: SendOneTimeCode) {}

  /** Sends a log-in code by text message. */
  @Post()
  @HttpCode(202)
  send(
    @Body() body: SendOneTimeCodeRequest,
    @Ip() address: string,
    @ReaderLanguage() language: Language,
  ): Promise<OneTimeCodeSentResponse> {
    return this.sendOneTimeCode.handle({ phone: body.phone, address, language });
  }
}
