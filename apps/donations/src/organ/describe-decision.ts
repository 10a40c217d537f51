import { maskName, maskPhone, type PersonKey } from '@sanxian/shared/security';
import type { MaskedOrganExecutor, OrganDecisionResponse } from './organ-decision.dto.js';
import type { OrganDecision } from './organ-decision.entity.js';
import type { OrganDecisionContent } from './organ-decision-content.js';
import { whatIsStillOpen } from './still-open.policy.js';

/** Null when nothing of it can be read any more: an erased decision is shown to nobody, not even as an empty one. */
export function describeDecision(row: OrganDecision, key: PersonKey | null): OrganDecisionResponse | null {
  const content = row.content(key);
  return content && describeContent(row, content);
}

export function describeContent(row: OrganDecision, content: OrganDecisionContent): OrganDecisionResponse {
  return {
    id: row.id,
    decision: content.decision,
    items: [...content.items],
    form: content.form,
    executor: masked(content.executor),
    kinInformed: content.kinInformed,
    stillOpen: whatIsStillOpen(content),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    version: row.version,
  };
}

function masked(executor: OrganDecisionContent['executor']): MaskedOrganExecutor | null {
  if (!executor) return null;
  return { name: maskName(executor.name), phone: maskPhone(executor.phone), relation: executor.relation };
}
