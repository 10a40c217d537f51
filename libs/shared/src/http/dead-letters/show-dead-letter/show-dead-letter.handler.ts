import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Refusal } from '../../../contracts/refusal.js';
import { HeldMessage } from '../../../messaging/dead-letters/held-message.entity.js';
import { ReadDatabase } from '../../../persistence/read-database.js';
import { maskValue } from '../../../security/mask.js';
import { commonProblems } from '../../problems/common-problems.js';
import { describeDeadLetter } from '../describe-dead-letter.js';
import type { DeadLetterDetailsResponse } from './show-dead-letter.dto.js';

@Injectable()
export class ShowDeadLetter {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(number: number): Promise<DeadLetterDetailsResponse> {
    const letter = await this.reads.manager.findOneBy(HeldMessage, { id: number, state: 'dead' });
    if (!letter) throw new Refusal(commonProblems['not-found']);
    const { topic, key, position, headers, body } = letter.message;
    return {
      ...describeDeadLetter(letter),
      topic,
      key: String(maskValue(key)),
      position,
      headers: maskValue(headers) as Record<string, string>,
      body: maskValue(parsed(body)),
      followers: await this.followersOf(letter),
    };
  }

  private async followersOf({ id, consumer, blockingKey }: HeldMessage): Promise<number> {
    if (blockingKey === null) return 0;
    return this.reads.manager.countBy(HeldMessage, { consumer, blockingKey, state: 'waiting', id: MoreThan(id) });
  }
}

/** What is no JSON is shown as the text it is, masked. */
function parsed(body: string | null): unknown {
  if (body === null) return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
