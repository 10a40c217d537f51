import { Injectable } from '@nestjs/common';
import { DeadLetterDesk } from '../dead-letter-desk.js';
import type { DeadLetterTryResponse } from '../dead-letter.dto.js';
import { describeTry } from '../describe-dead-letter.js';

@Injectable()
export class TryDeadLetter {
  constructor(private readonly desk: DeadLetterDesk) {}

  handle(actorId: string, number: number): Promise<DeadLetterTryResponse> {
    return this.desk.settle(number, { actorId, action: 'try-dead-letter' }, async (deadLetters, tx, letter) =>
      describeTry(await deadLetters.dryRun(tx, letter)),
    );
  }
}
