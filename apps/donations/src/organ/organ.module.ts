import { type DynamicModule, Module } from '@nestjs/common';
import { PaperTrail } from '@sanxian/shared/security';
import { ListOrganDecisionsController } from './list-decisions/list-decisions.controller.js';
import { ListOrganDecisions } from './list-decisions/list-decisions.handler.js';
import { RecordOrganDecisionController } from './record-decision/record-decision.controller.js';
import { RecordOrganDecision } from './record-decision/record-decision.handler.js';
import { RecordOrganDecisionOfPersonController } from './record-decision-of-person/record-decision-of-person.controller.js';
import { RecordOrganDecisionOfPerson } from './record-decision-of-person/record-decision-of-person.handler.js';
import { ShowCurrentOrganDecisionController } from './show-current-decision/show-current-decision.controller.js';
import { ShowCurrentOrganDecision } from './show-current-decision/show-current-decision.handler.js';
import { ShowOrganDecisionController } from './show-decision/show-decision.controller.js';
import { ShowOrganDecision } from './show-decision/show-decision.handler.js';

@Module({})
export class OrganModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: OrganModule,
      imports: [core],
      controllers: [
        RecordOrganDecisionController,
        RecordOrganDecisionOfPersonController,
        ListOrganDecisionsController,
        ShowCurrentOrganDecisionController,
        ShowOrganDecisionController,
      ],
      providers: [
        PaperTrail,
        RecordOrganDecision,
        RecordOrganDecisionOfPerson,
        ListOrganDecisions,
        ShowCurrentOrganDecision,
        ShowOrganDecision,
      ],
      exports: [ShowCurrentOrganDecision],
    };
  }
}
