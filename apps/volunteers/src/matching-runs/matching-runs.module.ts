import { type DynamicModule, Module } from '@nestjs/common';
import { CancelMatchingController } from './cancel-matching/cancel-matching.controller.js';
import { CancelMatching } from './cancel-matching/cancel-matching.handler.js';
import { CompareMatchingRunsController } from './compare-matching-runs/compare-matching-runs.controller.js';
import { CompareMatchingRuns } from './compare-matching-runs/compare-matching-runs.handler.js';
import { ConfirmMatchingController } from './confirm-matching/confirm-matching.controller.js';
import { ConfirmMatching } from './confirm-matching/confirm-matching.handler.js';
import { ExplainToVolunteerController } from './explain-to-volunteer/explain-to-volunteer.controller.js';
import { ExplainToVolunteer } from './explain-to-volunteer/explain-to-volunteer.handler.js';
import { ListMatchingRunsController } from './list-matching-runs/list-matching-runs.controller.js';
import { ListMatchingRuns } from './list-matching-runs/list-matching-runs.handler.js';
import { MatchingFactsReader } from './matching-facts-reader.js';
import { MoveByHandController } from './move-by-hand/move-by-hand.controller.js';
import { MoveByHand } from './move-by-hand/move-by-hand.handler.js';
import { RequestMatchingController } from './request-matching/request-matching.controller.js';
import { RequestMatching } from './request-matching/request-matching.handler.js';
import { RunMatching } from './run-matching/run-matching.worker.js';
import { ShowMatchingRunController } from './show-matching-run/show-matching-run.controller.js';
import { ShowMatchingRun } from './show-matching-run/show-matching-run.handler.js';

@Module({})
export class MatchingRunsModule {
  /** @param shifts gives people their seats */
  static on(core: DynamicModule, shifts: DynamicModule): DynamicModule {
    return {
      module: MatchingRunsModule,
      imports: [core, shifts],
      controllers: [
        RequestMatchingController,
        ListMatchingRunsController,
        ShowMatchingRunController,
        CancelMatchingController,
        ConfirmMatchingController,
        MoveByHandController,
        CompareMatchingRunsController,
        ExplainToVolunteerController,
      ],
      providers: [
        MatchingFactsReader,
        RunMatching,
        RequestMatching,
        ListMatchingRuns,
        ShowMatchingRun,
        CancelMatching,
        ConfirmMatching,
        MoveByHand,
        CompareMatchingRuns,
        ExplainToVolunteer,
      ],
    };
  }
}
