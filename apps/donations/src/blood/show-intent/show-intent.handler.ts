import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import type { BloodIntentResponse } from '../blood-intent.dto.js';
import { BloodIntent } from '../blood-intent.entity.js';
import { describeIntent } from '../describe-intent.js';

@Injectable()
export class ShowIntent {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  async handle(personId: string, id: string): Promise<BloodIntentResponse> {
    const { manager } = this.reads;
    const intent = await manager.findOneBy(BloodIntent, { id, personId });
    if (!intent) throw new Refusal(commonProblems['not-found']);
    return describeIntent(intent, await this.personKeys.find(manager, personId));
  }
}
