import { randomBytes } from 'node:crypto';
import { IsNull } from 'typeorm';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { Branch } from '../../branches/branch.entity.js';
import { hashOfToken } from '../../sessions/sessions.js';
import { SetUpToken } from './set-up-token.entity.js';

const validMilliseconds = 24 * 3_600_000;

/**
 * Makes the token of a set-up link (`/setup#<token>`); links given out before stop working.
 * @throws Error when there is no root branch yet the new account could belong to
 */
export async function issueSetUpToken({
  unitOfWork,
  clock,
}: Pick<ServiceRuntime, 'unitOfWork' | 'clock'>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await unitOfWork.run(async (tx) => {
    if (!(await tx.manager.existsBy(Branch, { parentId: IsNull() }))) throw new Error('Create the root branch first');
    await tx.manager.delete(SetUpToken, { usedAt: IsNull() });
    const expiresAt = new Date(clock.now().getTime() + validMilliseconds);
    await tx.manager.insert(SetUpToken, { tokenHash: hashOfToken(token), expiresAt, usedAt: null });
  });
  return token;
}
