import type { EventServer } from '../../messaging/dispatcher/event-server.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { ReadinessCheck } from './readiness-checks.js';

/** The service gets its events. Not for the gateway: people log in and are forwarded while the log is away. */
export function consumerCheck(
  eventServer: Pick<EventServer, 'failure'>,
  { name }: Pick<ServiceRuntime, 'name'>,
): ReadinessCheck {
  return { name: `${name}-consumer`, reason: () => eventServer.failure(name) };
}
