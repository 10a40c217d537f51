import { Module, type DynamicModule } from '@nestjs/common';
import { TextMessages } from '@sanxian/shared/channels';
import { ServiceRuntimeModule, type ServiceDefinition, type ServicePorts } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { PeopleSeal } from '@sanxian/shared/security';
import { PendingWithdrawal } from './consents/pending-withdrawal.entity.js';
import { TrackConsentsWhenChanged } from './consents/track-consents-when-changed/track-consents-when-changed.consumer.js';
import { Withdrawals } from './consents/withdrawals.js';
import { ListInboxController } from './inbox/list-inbox/list-inbox.controller.js';
import { ListInbox } from './inbox/list-inbox/list-inbox.handler.js';
import { MarkReadController } from './inbox/mark-read/mark-read.controller.js';
import { MarkRead } from './inbox/mark-read/mark-read.handler.js';
import { ConfirmRecordWhenOrganDecisionRecorded } from './messages/confirm-record-when-organ-decision-recorded/confirm-record-when-organ-decision-recorded.consumer.js';
import { ConfirmWithdrawalWhenIntentWithdrawn } from './messages/confirm-withdrawal-when-intent-withdrawn/confirm-withdrawal-when-intent-withdrawn.consumer.js';
import { ConfirmWithdrawalWhenStemCellStageChanged } from './messages/confirm-withdrawal-when-stem-cell-stage-changed/confirm-withdrawal-when-stem-cell-stage-changed.consumer.js';
import { InboxMessage } from './messages/inbox-message.entity.js';
import { InviteDonorWhenEligibleAgain } from './messages/invite-donor-when-eligible-again/invite-donor-when-eligible-again.consumer.js';
import { TellVolunteerWhenAssignmentConfirmed } from './messages/tell-volunteer-when-assignment-confirmed/tell-volunteer-when-assignment-confirmed.consumer.js';
import { TellVolunteerWhenEventCancelled } from './messages/tell-volunteer-when-event-cancelled/tell-volunteer-when-event-cancelled.consumer.js';
import { TellVolunteerWhenWaitListed } from './messages/tell-volunteer-when-wait-listed/tell-volunteer-when-wait-listed.consumer.js';
import { ThankDonorWhenIntentRegistered } from './messages/thank-donor-when-intent-registered/thank-donor-when-intent-registered.consumer.js';
import { ThankDonorWhenStemCellIntentRegistered } from './messages/thank-donor-when-stem-cell-intent-registered/thank-donor-when-stem-cell-intent-registered.consumer.js';
import { WriteMessage } from './messages/write-message.js';
import { CreateNotifications1764000000000 } from './migrations/create-notifications-1764000000000.js';
import { KnowPersons1764100000000 } from './migrations/know-persons-1764100000000.js';
import { ProveWithdrawals1764500000002 } from './migrations/prove-withdrawals-1764500000002.js';
import { KeepRecipientWhenPersonChanged } from './people/keep-recipient-when-person-changed/keep-recipient-when-person-changed.consumer.js';
import { Recipient } from './people/recipient.entity.js';
import { notificationsPolicies } from './policies.js';
import { ClaimTextMessage } from './text-messages/send-queued-text-messages/claim-text-message.js';
import { SendQueuedTextMessages } from './text-messages/send-queued-text-messages/send-queued-text-messages.worker.js';
import { TextMessage } from './text-messages/text-message.entity.js';

@Module({})
export class NotificationsModule {
  static register(runtime: ServiceRuntime, ports: ServicePorts): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [ServiceRuntimeModule.for(runtime)],
      controllers: [
        KeepRecipientWhenPersonChanged,
        TrackConsentsWhenChanged,
        ThankDonorWhenIntentRegistered,
        ConfirmWithdrawalWhenIntentWithdrawn,
        ThankDonorWhenStemCellIntentRegistered,
        ConfirmWithdrawalWhenStemCellStageChanged,
        ConfirmRecordWhenOrganDecisionRecorded,
        InviteDonorWhenEligibleAgain,
        TellVolunteerWhenWaitListed,
        TellVolunteerWhenAssignmentConfirmed,
        TellVolunteerWhenEventCancelled,
        ListInboxController,
        MarkReadController,
      ],
      providers: [
        { provide: TextMessages, useValue: ports.textMessages },
        { provide: PeopleSeal, useValue: ports.peopleSeal },
        Withdrawals,
        WriteMessage,
        ClaimTextMessage,
        SendQueuedTextMessages,
        ListInbox,
        MarkRead,
      ],
    };
  }
}

export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  basePath: '/api/v1/notifications',
  entities: [Recipient, InboxMessage, TextMessage, PendingWithdrawal],
  migrations: [CreateNotifications1764000000000, KnowPersons1764100000000, ProveWithdrawals1764500000002],
  policies: notificationsPolicies,
  register: (runtime, ports) => NotificationsModule.register(runtime, ports),
};
