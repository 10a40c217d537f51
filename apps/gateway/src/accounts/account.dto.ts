import type { Role } from '@sanxian/shared/security';

export class BranchDto {
  id!: string;
  name!: string;
}

export class AccountDto {
  id!: string;
  kind!: 'citizen' | 'staff';
  roles!: Role[];
  /** The branches this account works for and all below them; empty for citizens. */
  branches!: BranchDto[];
}
