import { Module, type DynamicModule } from '@nestjs/common';
import type { EventServer } from '../../messaging/dispatcher/event-server.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { RoutePolicies } from '../../security/route-policies.js';
import { deadLetterPolicies, DeadLettersModule } from '../dead-letters/dead-letters.module.js';
import type { ServiceDefinition, ServicePorts } from './service-definition.js';

/** A service's own modules together with those every service has. */
@Module({})
export class WholeServiceModule {
  static of(
    definition: ServiceDefinition,
    runtime: ServiceRuntime,
    ports: ServicePorts,
    eventServer: Pick<EventServer, 'deadLetters'>,
  ): DynamicModule {
    return {
      module: WholeServiceModule,
      imports: [
        definition.register(runtime, ports),
        DeadLettersModule.of(runtime, () => eventServer.deadLetters(runtime)),
      ],
    };
  }
}

export const wholePolicies = ({ name, policies }: ServiceDefinition): RoutePolicies => ({
  ...policies,
  ...deadLetterPolicies(name),
});
