import { type EntityManager, IsNull, MoreThanOrEqual } from 'typeorm';
import { GrantedSkill } from './granted-skill.entity.js';

/** All a person ever had, the oldest first. */
export const certificatesOf = (manager: EntityManager, personId: string): Promise<GrantedSkill[]> =>
  manager.find(GrantedSkill, { where: { personId }, order: { issuedOn: 'ASC', id: 'ASC' } });

/** Whether a certificate counts on this day for the skill of one that no longer does. */
export function isRenewed(manager: EntityManager, { personId, skill }: GrantedSkill, day: string): Promise<boolean> {
  return manager.existsBy(GrantedSkill, [
    { personId, skill, expiresOn: IsNull() },
    { personId, skill, expiresOn: MoreThanOrEqual(day) },
  ]);
}
