import type { Role } from '@sanxian/shared/security';

export class BranchResponse {
  id!: string;

  /** @example 丽水市红十字会 */
  name!: string;
}

export class AccountResponse {
  id!: string;
  kind!: 'citizen' | 'staff';
  roles!: Role[];
  /** The branches this account works for and all below them; empty for citizens. */
  branches!: BranchResponse[];
}
