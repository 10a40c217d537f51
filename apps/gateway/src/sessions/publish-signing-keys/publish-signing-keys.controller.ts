import { Controller, Get, Header } from '@nestjs/common';
import { AccessTokenSigner } from '@sanxian/shared/security';
import { KeySetResponse } from './key-set.dto.js';

@Controller('.well-known/jwks.json')
export class PublishSigningKeysController {
  constructor(private readonly accessTokens: AccessTokenSigner) {}

  /** The public keys access tokens are verified with (RFC 7517). */
  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  publish(): KeySetResponse {
    return this.accessTokens.publicKeySet();
  }
}
