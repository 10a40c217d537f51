import { newId } from '@sanxian/shared/config';
import { createBranches, hasStaffAccount, hasRootBranch, issueSetUpToken } from '@sanxian/gateway/module';
import type { ServiceRuntime } from '@sanxian/shared/messaging';

/** While nobody can log in as staff, each start prints a fresh link that makes the first account. */
export async function offerSetUp(gateway: ServiceRuntime, url: string, say: (line: string) => void): Promise<void> {
  if (await hasStaffAccount(gateway)) return;
  if (!(await hasRootBranch(gateway))) {
    await createBranches(gateway, [{ id: newId(), name: '红十字会', parentId: null }]);
  }
  const token = await issueSetUpToken(gateway);
  say(`首次设置（链接一次有效，24 小时内使用）First set-up (works once, for 24 hours): ${url}/setup#${token}`);
}
