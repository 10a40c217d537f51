import { Injectable } from '@nestjs/common';
import { Clock, todayInShanghai } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { type Transaction, UnitOfWork } from '@sanxian/shared/persistence';
import { ConsentQueries, PersonFactsQueries, PersonKeys } from '@sanxian/shared/security';
import { organProblems } from '../../problems.js';
import { describeContent } from '../describe-decision.js';
import { type OrganDecisionChoice, type OrganDecisionResponse, organItems, sixOrgans } from '../organ-decision.dto.js';
import { OrganDecision } from '../organ-decision.entity.js';
import type { OrganDecisionContent } from '../organ-decision-content.js';
import { firstObstacle } from './may-record.policy.js';
import type { RecordOrganDecisionRequest } from './record-decision.dto.js';

export interface RecordOrganDecisionCommand {
  readonly personId: string;
  /** Whether the person is at the keyboard, or staff with their paper form. */
  readonly recordedBy: 'self' | 'staff';
  readonly request: RecordOrganDecisionRequest;
}

@Injectable()
export class RecordOrganDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentQueries,
    private readonly personFacts: PersonFactsQueries,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  handle({ personId, recordedBy, request }: RecordOrganDecisionCommand): Promise<OrganDecisionResponse> {
    return this.unitOfWork.run(async (tx) => {
      await this.assertAllowed(tx, personId, request.decision);
      const key = await this.personKeys.obtain(tx, personId);
      const latestVersion = (await tx.manager.maximum(OrganDecision, 'version', { personId })) ?? 0;
      const content = contentOf(request);
      const details = { personId, latestVersion, recordedBy, content };
      const { decision, recorded } = OrganDecision.record(details, key, this.clock.now());
      await tx.manager.insert(OrganDecision, decision);
      // The aggregate is all that the person ever decided: readers hear of one decision after the other.
      await tx.emit({ id: personId, version: decision.version }, recorded);
      return describeContent(decision, content);
    });
  }

  /** @throws Refusal by the rules of `may-record.policy.ts` */
  private async assertAllowed({ manager }: Transaction, personId: string, decision: OrganDecisionChoice) {
    const obstacle = firstObstacle({
      decision,
      consents: await this.consents.isGranted(manager, personId, 'organ-registration'),
      birthDate: (await this.personFacts.of(manager, personId)).birthDate,
      today: todayInShanghai(this.clock),
    });
    if (obstacle) throw new Refusal(organProblems[obstacle]);
  }
}

function contentOf({ decision, items, form, executor, kinInformed }: RecordOrganDecisionRequest): OrganDecisionContent {
  const given: readonly string[] = decision === 'opt-in' ? (items ?? sixOrgans) : [];
  return {
    decision,
    items: organItems.filter((item) => given.includes(item)),
    form,
    executor: executor ? { name: executor.name, phone: executor.phone, relation: executor.relation ?? null } : null,
    kinInformed: kinInformed ?? null,
  };
}
