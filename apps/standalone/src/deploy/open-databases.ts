import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { SystemClock } from '@sanxian/shared/config';
import { openServiceRuntime } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { volunteersService } from '@sanxian/volunteers/module';
import type { DeployEnvironment } from './deploy-environment.js';

/** The databases of all services, brought to the newest migration. */
export interface Databases {
  readonly all: readonly ServiceRuntime[];
  readonly gateway: ServiceRuntime;
  close(): Promise<void>;
}

/** Every service and where its rows lie; the gateway first. */
export const databasePlaces = (environment: DeployEnvironment) => [
  { definition: gatewayService, databaseUrl: environment.GATEWAY_DB_URL },
  { definition: donationsService, databaseUrl: environment.DONATIONS_DB_URL },
  { definition: volunteersService, databaseUrl: environment.VOLUNTEERS_DB_URL },
  { definition: notificationsService, databaseUrl: environment.NOTIFICATIONS_DB_URL },
];

export async function openDatabases(environment: DeployEnvironment, masterKey: Buffer): Promise<Databases> {
  const clock = new SystemClock();
  const all: ServiceRuntime[] = [];
  const close = async () => {
    for (const runtime of all) await runtime.close();
  };
  try {
    for (const { definition, databaseUrl } of databasePlaces(environment)) {
      all.push(await openServiceRuntime(definition, { databaseUrl, masterKey, clock }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { all, gateway: all[0]!, close };
}
