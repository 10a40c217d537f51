import { paddedJson, type PersonKey } from '@sanxian/shared/security';
import type { KinInformed, OrganDecisionChoice, OrganDecisionForm, OrganItem } from './organ-decision.dto.js';

/** All that a person says. It is only ever stored as a whole and sealed. */
export interface OrganDecisionContent {
  readonly decision: OrganDecisionChoice;
  readonly items: readonly OrganItem[];
  readonly form: OrganDecisionForm;
  readonly executor: { readonly name: string; readonly phone: string; readonly relation: string | null } | null;
  readonly kinInformed: KinInformed | null;
}

/** Holds the longest there is to say: every sealed decision is equally long. */
const blockBytes = 1024;

export const sealContent = (id: string, content: OrganDecisionContent, key: PersonKey): string =>
  key.seal(fieldOf(id), paddedJson(content, blockBytes));

/**
 * Null when the key is gone: what it sealed is then gone, too. A person who comes again after an erasure has a new key, which
 * opens nothing that was sealed before.
 */
export function openContent(id: string, sealed: string, key: PersonKey | null): OrganDecisionContent | null {
  try {
    return key && (JSON.parse(key.open(fieldOf(id), sealed)) as OrganDecisionContent);
  } catch {
    return null;
  }
}

// The id is part of it: a decision put in the place of another does not open.
const fieldOf = (id: string): string => `organ-decision/${id}`;
