import { Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { PersonKeys } from '@sanxian/shared/security';
import { organProblems } from '../../problems.js';
import { describeDecision } from '../describe-decision.js';
import type { OrganDecisionResponse } from '../organ-decision.dto.js';
import { OrganDecision } from '../organ-decision.entity.js';

@Injectable()
export class ShowCurrentOrganDecision {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly personKeys: PersonKeys,
  ) {}

  /** "Never said anything" and "took it back" are two things: the first is a 404, the second a decision for `none`. */
  async handle(personId: string): Promise<OrganDecisionResponse> {
    const current = await this.find(personId);
    if (!current) throw new Refusal(organProblems['organ-decision-missing']);
    return current;
  }

  async find(personId: string): Promise<OrganDecisionResponse | null> {
    const { manager } = this.reads;
    const newest = await manager.findOne(OrganDecision, { where: { personId }, order: { version: 'DESC' } });
    return newest && describeDecision(newest, await this.personKeys.find(manager, personId));
  }
}
