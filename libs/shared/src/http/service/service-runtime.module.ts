import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import { ReadDatabase } from '../../persistence/read-database.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { AuditTrail } from '../../security/audit/audit-trail.js';
import { BlindIndex } from '../../security/blind-index.js';
import { ConsentAnnouncement } from '../../security/consents/consent-announcement.js';
import { ConsentProjection } from '../../security/consents/consent-projection.js';
import { ConsentQueries } from '../../security/consents/consent-queries.js';
import { IdentityCaughtUp } from '../../security/consents/identity-caught-up.guard.js';
import { PersonFactsQueries } from '../../security/people/person-facts.js';
import { ProfileCaughtUp } from '../../security/people/profile-caught-up.guard.js';
import { PersonKeys } from '../../security/person-keys.js';
import { ServiceKeys } from '../../security/service-keys.js';
import { Cursors } from '../lists/cursors.js';

const mechanisms = [
  ...[PersonKeys, BlindIndex, AuditTrail, Cursors],
  ...[PersonFactsQueries, ProfileCaughtUp],
  ...[ConsentProjection, ConsentQueries, ConsentAnnouncement, IdentityCaughtUp],
];

/**
 * Lets one service's runtime be injected into that service's modules. Nest tells dynamic modules apart by reference:
 * call `for` once per service and hand the result to its capability modules.
 */
@Module({})
export class ServiceRuntimeModule {
  static for(runtime: ServiceRuntime): DynamicModule {
    const infrastructure = [
      { provide: Clock, useFactory: () => runtime.clock },
      { provide: UnitOfWork, useFactory: () => runtime.unitOfWork },
      { provide: ReadDatabase, useFactory: () => runtime.reads },
      { provide: ServiceKeys, useFactory: () => runtime.keys },
    ];
    return {
      module: ServiceRuntimeModule,
      providers: [...infrastructure, ...mechanisms],
      exports: [...infrastructure, ...mechanisms].map((entry) => ('provide' in entry ? entry.provide : entry)),
    };
  }
}
