import { Installation } from '../http/service/installation.entity.js';
import type { ServiceRuntime } from '../messaging/service-runtime.js';

/** Whether the database was filled with the demo city. */
export function isDemo({ reads }: Pick<ServiceRuntime, 'reads'>): Promise<boolean> {
  return reads.manager.existsBy(Installation, { kind: 'demo' });
}

/** From now on nothing starts on this database in production. */
export async function markAsDemo({ unitOfWork }: ServiceRuntime): Promise<void> {
  await unitOfWork.run(async ({ manager }) => {
    if (!(await manager.existsBy(Installation, { kind: 'demo' }))) await manager.insert(Installation, { kind: 'demo' });
  });
}
