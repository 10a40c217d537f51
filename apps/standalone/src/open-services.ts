import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import type { Clock, ServiceName } from '@sanxian/shared/config';
import { openServiceRuntime, type ServiceDefinition } from '@sanxian/shared/http';
import { LocalLog, type ServiceRuntime } from '@sanxian/shared/messaging';
import { refuseForeignKey, type RunningService } from '@sanxian/shared/process';
import { volunteersService } from '@sanxian/volunteers/module';
import type { DataFolder } from './data-folder/data-folder.js';

/** The four services on their files, and the log between them. */
export interface OpenServices {
  readonly all: readonly RunningService[];
  readonly log: LocalLog;
  runtimeOf(name: ServiceName): ServiceRuntime;
  close(): Promise<void>;
}

const definitions: readonly ServiceDefinition[] = [
  gatewayService,
  donationsService,
  volunteersService,
  notificationsService,
];

export const databaseFiles = (folder: DataFolder): string[] =>
  definitions.map(({ name }) => folder.file(`${name}.sqlite`));

/**
 * One SQLite file per service, migrated, and `log.sqlite`.
 * @throws StartRefused when a file was sealed under another master key
 */
export async function openServices(folder: DataFolder, masterKey: Buffer, clock: Clock): Promise<OpenServices> {
  const all: RunningService[] = [];
  const closeRuntimes = async () => {
    for (const { runtime } of all) await runtime.close();
  };
  let log: LocalLog;
  try {
    for (const definition of definitions) {
      const databaseUrl = `sqlite:${folder.file(`${definition.name}.sqlite`)}`;
      const runtime = await openServiceRuntime(definition, { databaseUrl, masterKey, clock });
      all.push({ definition, runtime });
      await refuseForeignKey(runtime);
    }
    log = LocalLog.open(folder.file('log.sqlite'));
  } catch (error) {
    await closeRuntimes();
    throw error;
  }
  return {
    all,
    log,
    runtimeOf: (name) => {
      const service = all.find(({ definition }) => definition.name === name);
      if (!service) throw new Error(`There is no service ${name}`);
      return service.runtime;
    },
    close: async () => {
      await log.close();
      await closeRuntimes();
    },
  };
}
