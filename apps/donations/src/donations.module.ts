import { type DynamicModule, Module } from '@nestjs/common';
import { type ServiceDefinition, type ServicePorts, ServiceRuntimeModule } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { PaperFormRow, PeopleSeal, PersonFactsProjection } from '@sanxian/shared/security';
import { BloodDonor } from './blood/blood-donor.entity.js';
import { BloodIntent } from './blood/blood-intent.entity.js';
import { BloodModule } from './blood/blood.module.js';
import { DonationRecord } from './blood/donation-record.entity.js';
import { TrackConsentsWhenChanged } from './consents/track-consents-when-changed/track-consents-when-changed.consumer.js';
import { CreateDonations1764000000000 } from './migrations/create-donations-1764000000000.js';
import { CreateOrgan1764400001000 } from './migrations/create-organ-1764400001000.js';
import { CreateStemCell1764400000000 } from './migrations/create-stem-cell-1764400000000.js';
import { InviteDonors1764300001000 } from './migrations/invite-donors-1764300001000.js';
import { KeepDonationRecords1764300000000 } from './migrations/keep-donation-records-1764300000000.js';
import { KeepPaperForms1764600000002 } from './migrations/keep-paper-forms-1764600000002.js';
import { KnowPersons1764100000000 } from './migrations/know-persons-1764100000000.js';
import { ShowMineController } from './mine/show-mine/show-mine.controller.js';
import { ShowMine } from './mine/show-mine/show-mine.handler.js';
import { KeepFactsWhenPersonChanged } from './people/keep-facts-when-person-changed/keep-facts-when-person-changed.consumer.js';
import { OrganDecision } from './organ/organ-decision.entity.js';
import { OrganModule } from './organ/organ.module.js';
import { donationsPolicies } from './policies.js';
import { StemCellIntent } from './stem-cell/stem-cell-intent.entity.js';
import { StemCellStageChange } from './stem-cell/stem-cell-stage-change.entity.js';
import { StemCellModule } from './stem-cell/stem-cell.module.js';

@Module({})
export class DonationsModule {
  static register(runtime: ServiceRuntime, ports: ServicePorts): DynamicModule {
    const core = ServiceRuntimeModule.for(runtime);
    return {
      module: DonationsModule,
      imports: [core, BloodModule.on(core), StemCellModule.on(core), OrganModule.on(core)],
      controllers: [TrackConsentsWhenChanged, KeepFactsWhenPersonChanged, ShowMineController],
      providers: [{ provide: PeopleSeal, useFactory: () => ports.peopleSeal }, PersonFactsProjection, ShowMine],
    };
  }
}

export const donationsService: ServiceDefinition = {
  name: 'donations',
  basePath: '/api/v1/donations',
  entities: [BloodIntent, DonationRecord, BloodDonor, StemCellIntent, StemCellStageChange, OrganDecision, PaperFormRow],
  migrations: [
    CreateDonations1764000000000,
    KnowPersons1764100000000,
    KeepDonationRecords1764300000000,
    InviteDonors1764300001000,
    CreateStemCell1764400000000,
    CreateOrgan1764400001000,
    KeepPaperForms1764600000002,
  ],
  policies: donationsPolicies,
  register: (runtime, ports) => DonationsModule.register(runtime, ports),
};
