import { Injectable } from '@nestjs/common';
import { ListMyIntents } from '../../blood/list-my-intents/list-my-intents.handler.js';
import { ListMyRecords } from '../../blood/list-my-records/list-my-records.handler.js';
import { ShowCurrentOrganDecision } from '../../organ/show-current-decision/show-current-decision.handler.js';
import { ShowStemCellIntent } from '../../stem-cell/show-intent/show-intent.handler.js';
import type { MyDonations } from './show-mine.dto.js';

const newest = { limit: 100 };

@Injectable()
export class ShowMine {
  constructor(
    private readonly listMyIntents: ListMyIntents,
    private readonly listMyRecords: ListMyRecords,
    private readonly showStemCellIntent: ShowStemCellIntent,
    private readonly showOrganDecision: ShowCurrentOrganDecision,
  ) {}

  async handle(personId: string): Promise<MyDonations> {
    const intents = await this.listMyIntents.handle(personId, newest);
    const records = await this.listMyRecords.handle(personId, newest);
    return {
      bloodIntents: intents.items,
      donationRecords: records.items,
      stemCellIntent: await this.showStemCellIntent.open(personId),
      organDecision: await this.showOrganDecision.find(personId),
    };
  }
}
