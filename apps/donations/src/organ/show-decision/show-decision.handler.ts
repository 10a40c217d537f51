import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { describeDecision } from '../describe-decision.js';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { OrganDecision } from '../organ-decision.entity.js';

@Injectable()
export class ShowOrganDecision {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  async handle(personId: string, id: string): Promise<OrganDecisionResponse> {
    const { manager } = this.reads;
    const row = await manager.findOneBy(OrganDecision, { id, personId });
    const decision = row && describeDecision(row, await this.personKeys.find(manager, personId));
    if (!decision) throw new Refusal(commonProblems['not-found']);
    return decision;
  }
}
