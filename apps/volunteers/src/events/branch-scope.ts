import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems } from '@sanxian/shared/http';
import type { Principal } from '@sanxian/shared/security';
import type { VolunteerEvent } from './volunteer-event.entity.js';

type Coordinator = Pick<Principal, 'roles' | 'branchIds'>;

export const coordinates = ({ roles, branchIds }: Coordinator, { branchId }: Pick<VolunteerEvent, 'branchId'>) =>
  roles.includes('coordinator') && branchIds.includes(branchId);

/** @throws Refusal `not-found` when the event was never published and belongs to another branch */
export function assertVisible<Row extends VolunteerEvent>(
  reader: Coordinator,
  event: Row | null,
): asserts event is Row {
  if (!event || (event.publishedAt === null && !coordinates(reader, event))) {
    throw new Refusal(commonProblems['not-found']);
  }
}

/** @throws Refusal `not-found` when the event is not visible either, else `forbidden` */
export function assertCoordinated<Row extends VolunteerEvent>(
  principal: Coordinator,
  event: Row | null,
): asserts event is Row {
  assertVisible(principal, event);
  if (!coordinates(principal, event)) throw new Refusal(commonProblems.forbidden);
}
