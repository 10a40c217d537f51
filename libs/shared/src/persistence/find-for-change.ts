import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/**
 * The row, locked until the end of the transaction where the manager is that of one and the database locks rows. For rows
 * that a decision stands on: whoever changes them waits, or is waited for.
 */
export function findForChange<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
): Promise<T | null> {
  const locks = manager.dataSource.options.type === 'mysql' && manager.queryRunner?.isTransactionActive;
  return manager.findOne(entity, locks ? { where, lock: { mode: 'pessimistic_write' } } : { where });
}
