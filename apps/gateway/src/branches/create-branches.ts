import { IsNull } from 'typeorm';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { Branch } from './branch.entity.js';

/** Adds branches to the tree; a branch without a parent is its root. Ids are the caller's (`newId()`). */
export async function createBranches(
  { unitOfWork }: Pick<ServiceRuntime, 'unitOfWork'>,
  branches: readonly { readonly id: string; readonly name: string; readonly parentId: string | null }[],
): Promise<void> {
  await unitOfWork.run((tx) => tx.manager.insert(Branch, [...branches]));
}

/** Whether the tree has been planted. */
export function hasRootBranch({ reads }: Pick<ServiceRuntime, 'reads'>): Promise<boolean> {
  return reads.manager.existsBy(Branch, { parentId: IsNull() });
}
