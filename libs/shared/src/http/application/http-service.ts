import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { RoutePolicies } from '../../security/route-policies.js';

/** A service as the HTTP side sees it: where its paths begin, what it stands on, who may do what. */
export interface HttpService {
  readonly basePath: string;
  readonly runtime: Pick<ServiceRuntime, 'name' | 'unitOfWork' | 'keys'>;
  readonly policies: RoutePolicies;
}

/** The service that answers a path: the longest base path wins, and `/api/v1/admin/<service>` belongs to that service. */
export function serviceOf(path: string, services: readonly HttpService[]): HttpService | undefined {
  return services
    .flatMap((service) => [
      { service, prefix: service.basePath },
      { service, prefix: `/api/v1/admin/${service.runtime.name}` },
    ])
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0]?.service;
}
