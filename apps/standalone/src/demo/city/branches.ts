import { counties } from './lishui.js';

export const rootBranch = '丽水市红十字会';

export const branchOf = (county: { readonly name: string }): string => `${county.name}红十字会`;

export const countyBranches: readonly string[] = counties.map(branchOf);
