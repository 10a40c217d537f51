import { type DynamicModule, Module } from '@nestjs/common';
import { PaperTrail } from '@sanxian/shared/security';
import { ListStemCellIntentsOfPersonController } from './list-intents-of-person/list-intents-of-person.controller.js';
import { ListStemCellIntentsOfPerson } from './list-intents-of-person/list-intents-of-person.handler.js';
import { RegisterStemCellIntentOfPersonController } from './register-intent-of-person/register-intent-of-person.controller.js';
import { RegisterStemCellIntentOfPerson } from './register-intent-of-person/register-intent-of-person.handler.js';
import { ShowStemCellIntentOfPersonController } from './show-intent-of-person/show-intent-of-person.controller.js';
import { ShowStemCellIntentOfPerson } from './show-intent-of-person/show-intent-of-person.handler.js';
import { WithdrawStemCellIntentOfPersonController } from './withdraw-intent-of-person/withdraw-intent-of-person.controller.js';
import { WithdrawStemCellIntentOfPerson } from './withdraw-intent-of-person/withdraw-intent-of-person.handler.js';
import { RegisterStemCellIntentController } from './register-intent/register-intent.controller.js';
import { RegisterStemCellIntent } from './register-intent/register-intent.handler.js';
import { ShowStemCellIntentController } from './show-intent/show-intent.controller.js';
import { ShowStemCellIntent } from './show-intent/show-intent.handler.js';
import { WithdrawStemCellIntentController } from './withdraw-intent/withdraw-intent.controller.js';
import { WithdrawStemCellIntent } from './withdraw-intent/withdraw-intent.handler.js';
import { WithdrawStemCellIntentWhenConsentWithdrawn } from './withdraw-intent-when-consent-withdrawn/withdraw-intent-when-consent-withdrawn.handler.js';

@Module({})
export class StemCellModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: StemCellModule,
      imports: [core],
      controllers: [
        RegisterStemCellIntentController,
        ShowStemCellIntentController,
        WithdrawStemCellIntentController,
        ListStemCellIntentsOfPersonController,
        RegisterStemCellIntentOfPersonController,
        ShowStemCellIntentOfPersonController,
        WithdrawStemCellIntentOfPersonController,
      ],
      providers: [
        RegisterStemCellIntent,
        ShowStemCellIntent,
        WithdrawStemCellIntent,
        WithdrawStemCellIntentWhenConsentWithdrawn,
        ListStemCellIntentsOfPerson,
        RegisterStemCellIntentOfPerson,
        ShowStemCellIntentOfPerson,
        WithdrawStemCellIntentOfPerson,
        PaperTrail,
      ],
      exports: [ShowStemCellIntent, WithdrawStemCellIntentWhenConsentWithdrawn],
    };
  }
}
