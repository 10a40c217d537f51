export const roles = ['citizen', 'coordinator', 'ops'] as const;

export type Role = (typeof roles)[number];

export type AccountKind = 'citizen' | 'staff';

/** Who is asking. */
export interface Principal {
  /** A citizen's account id is the person's id everywhere. */
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly roles: readonly Role[];
  /** Branches a staff account may act for, with all below them. */
  readonly branchIds: readonly string[];
  readonly sessionId: string;
  /** Version of the account after its last identity event: what a service must have seen before it may answer. */
  readonly identityVersion: number;
  /** Version of the person's profile: as above, for what the people topic says. */
  readonly profileVersion: number;
}
