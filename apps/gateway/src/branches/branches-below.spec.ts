import { describe, expect, it } from '@jest/globals';
import type { Branch } from './branch.entity.js';
import { branchesBelow } from './branches-below.js';

const tree: Branch[] = [
  { id: 'city', name: '丽水市红十字会', parentId: null },
  { id: 'liandu', name: '莲都区红十字会', parentId: 'city' },
  { id: 'laozhu', name: '老竹畲族镇', parentId: 'liandu' },
  { id: 'qingtian', name: '青田县红十字会', parentId: 'city' },
];
const idsBelow = (...assigned: string[]): string[] => branchesBelow(tree, assigned).map(({ id }) => id);

describe('branchesBelow', () => {
  it('finds the whole tree below the root, parents first', () => {
    expect(idsBelow('city')).toEqual(['city', 'liandu', 'laozhu', 'qingtian']);
  });

  it('names a branch once when it is assigned beside its parent', () => {
    expect(idsBelow('laozhu', 'liandu')).toEqual(['liandu', 'laozhu']);
  });

  it('finds nothing for nobody and for a branch that is gone', () => {
    expect(idsBelow()).toEqual([]);
    expect(idsBelow('gone')).toEqual([]);
  });

  it('ends on a tree that bites its tail', () => {
    const loop: Branch[] = [
      { id: 'a', name: 'a', parentId: 'b' },
      { id: 'b', name: 'b', parentId: 'a' },
    ];
    expect(branchesBelow(loop, ['a'])).toHaveLength(2);
  });
});
