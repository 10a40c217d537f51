import { type DynamicModule, Module } from '@nestjs/common';
import { type ServiceDefinition, ServiceRuntimeModule } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { BloodIntent } from './blood/blood-intent.entity.js';
import { BloodModule } from './blood/blood.module.js';
import { TrackConsentsWhenChanged } from './consents/track-consents-when-changed/track-consents-when-changed.consumer.js';
import { CreateDonations1764000000000 } from './migrations/create-donations-1764000000000.js';
import { ShowMineController } from './mine/show-mine/show-mine.controller.js';
import { ShowMine } from './mine/show-mine/show-mine.handler.js';
import { donationsPolicies } from './policies.js';

@Module({})
export class DonationsModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    const core = ServiceRuntimeModule.for(runtime);
    return {
      module: DonationsModule,
      imports: [core, BloodModule.on(core)],
      controllers: [TrackConsentsWhenChanged, ShowMineController],
      providers: [ShowMine],
    };
  }
}

export const donationsService: ServiceDefinition = {
  name: 'donations',
  basePath: '/api/v1/donations',
  entities: [BloodIntent],
  migrations: [CreateDonations1764000000000],
  policies: donationsPolicies,
  register: (runtime) => DonationsModule.register(runtime),
};
