import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import type { FindOptionsWhere } from 'typeorm';
import { describeIntent } from '../describe-intent.js';
import type { StemCellIntentResponse } from '../stem-cell-intent.dto.js';
import { StemCellIntent } from '../stem-cell-intent.entity.js';

@Injectable()
export class ShowStemCellIntent {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  async handle(personId: string, id: string): Promise<StemCellIntentResponse> {
    const intent = await this.find({ id, personId });
    if (!intent) throw new Refusal(commonProblems['not-found']);
    return intent;
  }

  /** The one that is not withdrawn, null when there is none. */
  open(personId: string): Promise<StemCellIntentResponse | null> {
    return this.find({ openKey: personId });
  }

  private async find(where: FindOptionsWhere<StemCellIntent>): Promise<StemCellIntentResponse | null> {
    const { manager } = this.reads;
    const intent = await manager.findOneBy(StemCellIntent, where);
    if (!intent) return null;
    return describeIntent(intent, await this.personKeys.find(manager, intent.personId), this.clock.now());
  }
}
