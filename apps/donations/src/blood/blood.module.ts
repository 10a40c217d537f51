import { type DynamicModule, Module } from '@nestjs/common';
import { ListMyIntentsController } from './list-my-intents/list-my-intents.controller.js';
import { ListMyIntents } from './list-my-intents/list-my-intents.handler.js';
import { ListQuestionsController } from './list-questions/list-questions.controller.js';
import { ListQuestions } from './list-questions/list-questions.handler.js';
import { PreScreenReceipts } from './pre-screen-receipts.js';
import { RegisterIntentController } from './register-intent/register-intent.controller.js';
import { RegisterIntent } from './register-intent/register-intent.handler.js';
import { RunPreScreenController } from './run-pre-screen/run-pre-screen.controller.js';
import { RunPreScreen } from './run-pre-screen/run-pre-screen.handler.js';
import { ShowIntentController } from './show-intent/show-intent.controller.js';
import { ShowIntent } from './show-intent/show-intent.handler.js';
import { WithdrawIntentController } from './withdraw-intent/withdraw-intent.controller.js';
import { WithdrawIntent } from './withdraw-intent/withdraw-intent.handler.js';

@Module({})
export class BloodModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: BloodModule,
      imports: [core],
      controllers: [
        ListQuestionsController,
        RunPreScreenController,
        RegisterIntentController,
        ListMyIntentsController,
        ShowIntentController,
        WithdrawIntentController,
      ],
      providers: [
        PreScreenReceipts,
        ListQuestions,
        RunPreScreen,
        RegisterIntent,
        ListMyIntents,
        ShowIntent,
        WithdrawIntent,
      ],
      exports: [ListMyIntents],
    };
  }
}
