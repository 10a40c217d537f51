import type { Branch } from './branch.entity.js';

/** The assigned branches and everything below them, each once; what lies below a branch follows it. */
export function branchesBelow(tree: readonly Branch[], assigned: readonly string[]): Branch[] {
  const found = new Set<Branch>();
  const visit = (branch: Branch): void => {
    if (found.has(branch)) return;
    found.add(branch);
    tree.filter(({ parentId }) => parentId === branch.id).forEach(visit);
  };
  tree.filter(({ id }) => assigned.includes(id)).forEach(visit);
  return [...found];
}
