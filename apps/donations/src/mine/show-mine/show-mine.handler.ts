import { Injectable } from '@nestjs/common';
import { ListMyIntents } from '../../blood/list-my-intents/list-my-intents.handler.js';
import type { MyDonations } from './show-mine.dto.js';

@Injectable()
export class ShowMine {
  constructor(private readonly listMyIntents: ListMyIntents) {}

  async handle(personId: string): Promise<MyDonations> {
    const { items } = await this.listMyIntents.handle(personId, { limit: 100 });
    return { bloodIntents: items };
  }
}
