import { Injectable } from '@nestjs/common';
import { DeadLetterDesk } from '../dead-letter-desk.js';
import type { DiscardDeadLetterRequest } from './discard-dead-letter.dto.js';

@Injectable()
export class DiscardDeadLetter {
  constructor(private readonly desk: DeadLetterDesk) {}

  handle(actorId: string, number: number, { reason }: DiscardDeadLetterRequest): Promise<void> {
    const act = { actorId, action: 'discard-dead-letter', reason } as const;
    return this.desk.settle(number, act, (deadLetters, tx, letter) => deadLetters.discard(tx, letter));
  }
}
