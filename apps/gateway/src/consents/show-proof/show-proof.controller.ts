import { Controller, Get, Param } from '@nestjs/common';
import { type Purpose, purposes } from '@sanxian/shared/contracts';
import { CurrentPrincipal, DocumentedParameter } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import { KnownPurpose } from '../known-purpose.pipe.js';
import { ConsentProofResponse } from './show-proof.dto.js';
import { ShowProof } from './show-proof.query.js';

@Controller('api/v1/me/consents')
export class ShowProofController {
  constructor(private readonly showProof: ShowProof) {}

  /** Which services act by the person's last word on a purpose, and since when. */
  @Get(':purpose/proof')
  @DocumentedParameter('purpose', purposes)
  show(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('purpose', KnownPurpose) purpose: Purpose,
  ): Promise<ConsentProofResponse> {
    return this.showProof.of(accountId, purpose);
  }
}
