import { type DynamicModule, Module } from '@nestjs/common';
import { DonorWatch } from './invite-when-eligible-again/donor-watch.js';
import { InviteWhenEligibleAgain } from './invite-when-eligible-again/invite-when-eligible-again.worker.js';
import { LookAtDonor } from './invite-when-eligible-again/look-at-donor.js';
import { PaperTrail } from '@sanxian/shared/security';
import { KnownDonors } from './known-donors.js';
import { ListIntentsOfPersonController } from './list-intents-of-person/list-intents-of-person.controller.js';
import { ListIntentsOfPerson } from './list-intents-of-person/list-intents-of-person.handler.js';
import { RegisterIntentOfPersonController } from './register-intent-of-person/register-intent-of-person.controller.js';
import { RegisterIntentOfPerson } from './register-intent-of-person/register-intent-of-person.handler.js';
import { ShowIntentOfPersonController } from './show-intent-of-person/show-intent-of-person.controller.js';
import { ShowIntentOfPerson } from './show-intent-of-person/show-intent-of-person.handler.js';
import { WithdrawIntentOfPersonController } from './withdraw-intent-of-person/withdraw-intent-of-person.controller.js';
import { WithdrawIntentOfPerson } from './withdraw-intent-of-person/withdraw-intent-of-person.handler.js';
import { ListMyIntentsController } from './list-my-intents/list-my-intents.controller.js';
import { ListMyIntents } from './list-my-intents/list-my-intents.handler.js';
import { ListMyRecordsController } from './list-my-records/list-my-records.controller.js';
import { ListMyRecords } from './list-my-records/list-my-records.handler.js';
import { ListQuestionsController } from './list-questions/list-questions.controller.js';
import { ListQuestions } from './list-questions/list-questions.handler.js';
import { PreScreenReceipts } from './pre-screen-receipts.js';
import { LookAtDonorWhenIntentRegistered } from './look-at-donor-when-intent-registered/look-at-donor-when-intent-registered.consumer.js';
import { RecordDonationController } from './record-donation/record-donation.controller.js';
import { RecordDonation } from './record-donation/record-donation.handler.js';
import { RecordDonationOfPersonController } from './record-donation-of-person/record-donation-of-person.controller.js';
import { RecordDonationOfPerson } from './record-donation-of-person/record-donation-of-person.handler.js';
import { RegisterIntentController } from './register-intent/register-intent.controller.js';
import { RegisterIntent } from './register-intent/register-intent.handler.js';
import { RemoveRecordController } from './remove-record/remove-record.controller.js';
import { RemoveRecord } from './remove-record/remove-record.handler.js';
import { RemoveRecordOfPersonController } from './remove-record-of-person/remove-record-of-person.controller.js';
import { RemoveRecordOfPerson } from './remove-record-of-person/remove-record-of-person.handler.js';
import { RunPreScreenController } from './run-pre-screen/run-pre-screen.controller.js';
import { RunPreScreen } from './run-pre-screen/run-pre-screen.handler.js';
import { ShowEligibilityController } from './show-eligibility/show-eligibility.controller.js';
import { ShowEligibility } from './show-eligibility/show-eligibility.handler.js';
import { ShowIntentController } from './show-intent/show-intent.controller.js';
import { ShowIntent } from './show-intent/show-intent.handler.js';
import { ShowRecordController } from './show-record/show-record.controller.js';
import { ShowRecord } from './show-record/show-record.handler.js';
import { ShowRecordOfPersonController } from './show-record-of-person/show-record-of-person.controller.js';
import { ShowRecordOfPerson } from './show-record-of-person/show-record-of-person.handler.js';
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
        RecordDonationController,
        ListMyRecordsController,
        ShowRecordController,
        RemoveRecordController,
        RecordDonationOfPersonController,
        ShowRecordOfPersonController,
        RemoveRecordOfPersonController,
        ShowEligibilityController,
        LookAtDonorWhenIntentRegistered,
        ListIntentsOfPersonController,
        RegisterIntentOfPersonController,
        ShowIntentOfPersonController,
        WithdrawIntentOfPersonController,
      ],
      providers: [
        PreScreenReceipts,
        ListQuestions,
        RunPreScreen,
        RegisterIntent,
        ListMyIntents,
        ShowIntent,
        WithdrawIntent,
        RecordDonation,
        ListMyRecords,
        ShowRecord,
        RemoveRecord,
        RecordDonationOfPerson,
        ShowRecordOfPerson,
        RemoveRecordOfPerson,
        KnownDonors,
        ShowEligibility,
        LookAtDonor,
        InviteWhenEligibleAgain,
        DonorWatch,
        ListIntentsOfPerson,
        RegisterIntentOfPerson,
        ShowIntentOfPerson,
        WithdrawIntentOfPerson,
        PaperTrail,
      ],
      exports: [ListMyIntents, ListMyRecords],
    };
  }
}
