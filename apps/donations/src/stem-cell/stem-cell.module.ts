import { type DynamicModule, Module } from '@nestjs/common';
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
      controllers: [RegisterStemCellIntentController, ShowStemCellIntentController, WithdrawStemCellIntentController],
      providers: [
        RegisterStemCellIntent,
        ShowStemCellIntent,
        WithdrawStemCellIntent,
        WithdrawStemCellIntentWhenConsentWithdrawn,
      ],
      exports: [ShowStemCellIntent, WithdrawStemCellIntentWhenConsentWithdrawn],
    };
  }
}
