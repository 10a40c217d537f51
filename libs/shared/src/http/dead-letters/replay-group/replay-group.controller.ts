import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '../../../security/principal.js';
import { CurrentPrincipal } from '../../access/current-principal.js';
import { DeadLetterGroupRequest } from '../dead-letter.dto.js';
import { DeadLetterGroupReplayResponse } from './replay-group.dto.js';
import { ReplayGroup } from './replay-group.handler.js';

@Controller()
export class ReplayGroupController {
  constructor(private readonly replayGroup: ReplayGroup) {}

  /** Puts the messages of a group back in line, oldest first. */
  @Post('groups/replay')
  @HttpCode(202)
  replay(
    @CurrentPrincipal() { accountId }: Principal,
    @Body() group: DeadLetterGroupRequest,
  ): Promise<DeadLetterGroupReplayResponse> {
    return this.replayGroup.handle(accountId, group);
  }
}
