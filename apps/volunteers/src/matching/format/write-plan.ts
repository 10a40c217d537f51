import type { Pair } from '../engine/instance.js';
import type { NamedInstance } from './read-instance.js';

export interface NamedPlan {
  readonly instance: string;
  readonly assignments: readonly { readonly volunteer: string; readonly slot: string }[];
}

export const writePlan = ({ id, volunteers, slots }: NamedInstance, plan: readonly Pair[]): NamedPlan => ({
  instance: id,
  assignments: plan.map(([volunteer, slot]) => ({ volunteer: volunteers[volunteer]!.id, slot: slots[slot]!.id })),
});
