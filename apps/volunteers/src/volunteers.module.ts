import { type DynamicModule, Module } from '@nestjs/common';
import { type ServiceDefinition, type ServicePorts, ServiceRuntimeModule } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { PeopleSeal, PersonFactsProjection } from '@sanxian/shared/security';
import { CalendarLink } from './calendars/calendar-link.entity.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { TrackConsentsWhenChanged } from './consents/track-consents-when-changed/track-consents-when-changed.consumer.js';
import { EventsModule } from './events/events.module.js';
import { VolunteerEvent } from './events/volunteer-event.entity.js';
import { AddCalendarLinks1764200000000 } from './migrations/add-calendar-links-1764200000000.js';
import { CreateGrantedSkills1764200001000 } from './migrations/create-granted-skills-1764200001000.js';
import { CreateVolunteers1764000000000 } from './migrations/create-volunteers-1764000000000.js';
import { KnowPersons1764100000000 } from './migrations/know-persons-1764100000000.js';
import { MatchingRun } from './matching-runs/matching-run.entity.js';
import { MatchingRunsModule } from './matching-runs/matching-runs.module.js';
import { CreateMatchingRuns1764260000000 } from './migrations/create-matching-runs-1764260000000.js';
import { KnowWhatMatchingNeeds1764250000000 } from './migrations/know-what-matching-needs-1764250000000.js';
import { KeepFactsWhenPersonChanged } from './people/keep-facts-when-person-changed/keep-facts-when-person-changed.consumer.js';
import { volunteersPolicies } from './policies.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { VolunteerProfile } from './profiles/volunteer-profile.entity.js';
import { Shift } from './shifts/shift.entity.js';
import { ShiftsModule } from './shifts/shifts.module.js';
import { SignUp } from './shifts/sign-up.entity.js';
import { GrantedSkill } from './skills/granted-skill.entity.js';
import { SkillsModule } from './skills/skills.module.js';

@Module({})
export class VolunteersModule {
  static register(runtime: ServiceRuntime, ports: ServicePorts): DynamicModule {
    const core = ServiceRuntimeModule.for(runtime);
    const shifts = ShiftsModule.on(core);
    return {
      module: VolunteersModule,
      imports: [
        core,
        ProfilesModule.on(core),
        EventsModule.on(core),
        shifts,
        MatchingRunsModule.on(core, shifts),
        CalendarsModule.on(core),
        SkillsModule.on(core),
      ],
      controllers: [TrackConsentsWhenChanged, KeepFactsWhenPersonChanged],
      providers: [{ provide: PeopleSeal, useFactory: () => ports.peopleSeal }, PersonFactsProjection],
    };
  }
}

export const volunteersService: ServiceDefinition = {
  name: 'volunteers',
  basePath: '/api/v1/volunteers',
  entities: [VolunteerProfile, VolunteerEvent, Shift, SignUp, CalendarLink, GrantedSkill, MatchingRun],
  migrations: [
    CreateVolunteers1764000000000,
    KnowPersons1764100000000,
    AddCalendarLinks1764200000000,
    CreateGrantedSkills1764200001000,
    KnowWhatMatchingNeeds1764250000000,
    CreateMatchingRuns1764260000000,
  ],
  policies: volunteersPolicies,
  register: (runtime, ports) => VolunteersModule.register(runtime, ports),
};
