import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { ReadinessCheck } from './readiness-checks.js';

/** The service's database answers and has every migration this version knows. Newer ones of another version do no harm. */
export function databaseCheck({ name, reads }: Pick<ServiceRuntime, 'name' | 'reads'>): ReadinessCheck {
  let upToDate = false;
  return {
    name: `${name}-database`,
    reason: async () => {
      if (upToDate) {
        await reads.manager.query('SELECT 1');
        return undefined;
      }
      const pending = await pendingMigrations(reads);
      upToDate = pending === 0;
      return upToDate ? undefined : `${pending} migrations pending`;
    },
  };
}

async function pendingMigrations({ manager }: ServiceRuntime['reads']): Promise<number> {
  const rows = await manager.query<{ name: string }[]>('SELECT name FROM migrations');
  const done = new Set(rows.map(({ name }) => name));
  return manager.dataSource.migrations.filter((migration) => !done.has(migration.name ?? migration.constructor.name))
    .length;
}
