import type { EntityManager } from 'typeorm';
import { Branch } from '../branches/branch.entity.js';
import { branchesBelow } from '../branches/branches-below.js';
import type { AccountResponse } from './account.dto.js';
import type { Account } from './account.entity.js';

export async function describeAccount(manager: EntityManager, account: Account): Promise<AccountResponse> {
  const { id, kind, roles, branchIds } = account;
  const tree = branchIds.length > 0 ? await manager.find(Branch, { order: { id: 'ASC' } }) : [];
  const branches = branchesBelow(tree, branchIds).map((branch) => ({ id: branch.id, name: branch.name }));
  return { id, kind, roles, branches };
}
