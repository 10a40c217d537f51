import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TextMessages } from '@sanxian/shared/channels';
import { type ServiceDefinition, type ServicePorts, ServiceRuntimeModule } from '@sanxian/shared/http';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import { AccessTokenSigner, PaperFormRow, PaperTrail, PeopleSeal } from '@sanxian/shared/security';
import { Account } from './accounts/account.entity.js';
import { RegisterAccount } from './accounts/register-account.js';
import { Branch } from './branches/branch.entity.js';
import { ConsentApplication } from './consents/consent-application.entity.js';
import { ConsentEntry } from './consents/consent-entry.entity.js';
import { ConsentLedger } from './consents/consent-ledger.js';
import { GrantConsentController } from './consents/grant-consent/grant-consent.controller.js';
import { GrantConsent } from './consents/grant-consent/grant-consent.handler.js';
import { KeepProofWhenConsentApplied } from './consents/keep-proof-when-consent-applied/keep-proof-when-consent-applied.consumer.js';
import { GrantConsentOnPaperController } from './consents/grant-consent-on-paper/grant-consent-on-paper.controller.js';
import { GrantConsentOnPaper } from './consents/grant-consent-on-paper/grant-consent-on-paper.handler.js';
import { ListConsentsController } from './consents/list-consents/list-consents.controller.js';
import { ListConsents } from './consents/list-consents/list-consents.query.js';
import { ListHistoryController } from './consents/list-history/list-history.controller.js';
import { ListHistory } from './consents/list-history/list-history.query.js';
import { ShowProofController } from './consents/show-proof/show-proof.controller.js';
import { ShowProof } from './consents/show-proof/show-proof.query.js';
import { WithdrawConsentController } from './consents/withdraw-consent/withdraw-consent.controller.js';
import { WithdrawConsent } from './consents/withdraw-consent/withdraw-consent.handler.js';
import { WithdrawConsentForPersonController } from './consents/withdraw-consent-for-person/withdraw-consent-for-person.controller.js';
import { WithdrawConsentForPerson } from './consents/withdraw-consent-for-person/withdraw-consent-for-person.handler.js';
import { ShowMailboxController } from './demo/show-mailbox/show-mailbox.controller.js';
import { ShowMailbox } from './demo/show-mailbox/show-mailbox.query.js';
import { CodeSecrets } from './login/code-secrets.js';
import { LogInAsStaffController } from './login/log-in-as-staff/log-in-as-staff.controller.js';
import { LogInAsStaff } from './login/log-in-as-staff/log-in-as-staff.handler.js';
import { TotpCodes } from './login/log-in-as-staff/totp-codes.js';
import { LogInWithCodeController } from './login/log-in-with-code/log-in-with-code.controller.js';
import { LogInWithCode } from './login/log-in-with-code/log-in-with-code.handler.js';
import { OneTimeCode } from './login/one-time-code.entity.js';
import { SendOneTimeCodeController } from './login/send-one-time-code/send-one-time-code.controller.js';
import { SendOneTimeCode } from './login/send-one-time-code/send-one-time-code.handler.js';
import { Throttle } from './login/throttle/throttle.entity.js';
import { Throttles } from './login/throttle/throttles.js';
import { AddResidentId1764600000000 } from './migrations/add-resident-id-1764600000000.js';
import { CreateGateway1764000000000 } from './migrations/create-gateway-1764000000000.js';
import { KeepConsentApplications1764500000001 } from './migrations/keep-consent-applications-1764500000001.js';
import { KeepPaperForms1764600000001 } from './migrations/keep-paper-forms-1764600000001.js';
import { KnowPersons1764100000000 } from './migrations/know-persons-1764100000000.js';
import { RecordConsentsOnPaper1764500000000 } from './migrations/record-consents-on-paper-1764500000000.js';
import { LookUpPeopleController } from './people/look-up-people/look-up-people.controller.js';
import { LookUpPeople } from './people/look-up-people/look-up-people.handler.js';
import { People } from './people/people.js';
import { RegisterPersonController } from './people/register-person/register-person.controller.js';
import { RegisterPerson } from './people/register-person/register-person.handler.js';
import { ShowPersonController } from './people/show-person/show-person.controller.js';
import { ShowPerson } from './people/show-person/show-person.handler.js';
import { gatewayPolicies } from './policies.js';
import { ChangeProfileController } from './profile/change-profile/change-profile.controller.js';
import { ChangeProfile } from './profile/change-profile/change-profile.handler.js';
import { Profile } from './profile/profile.entity.js';
import { ShowProfileController } from './profile/show-profile/show-profile.controller.js';
import { ShowProfile } from './profile/show-profile/show-profile.query.js';
import { LivingSessions } from './sessions/living-sessions.js';
import { LogOutController } from './sessions/log-out/log-out.controller.js';
import { LogOut } from './sessions/log-out/log-out.handler.js';
import { PublishSigningKeysController } from './sessions/publish-signing-keys/publish-signing-keys.controller.js';
import { RefreshSessionController } from './sessions/refresh-session/refresh-session.controller.js';
import { RefreshSession } from './sessions/refresh-session/refresh-session.handler.js';
import { RefreshToken } from './sessions/refresh-token.entity.js';
import { Session } from './sessions/session.entity.js';
import { Sessions } from './sessions/sessions.js';
import { SetUpFirstAccountController } from './staff/set-up-first-account/set-up-first-account.controller.js';
import { SetUpFirstAccount } from './staff/set-up-first-account/set-up-first-account.handler.js';
import { SetUpPageController } from './staff/set-up-first-account/set-up-page.controller.js';
import { SetUpToken } from './staff/set-up-first-account/set-up-token.entity.js';
import { StaffAccounts } from './staff/staff-accounts.js';
import { StaffCredentials } from './staff/staff-credentials.entity.js';

@Module({})
export class GatewayModule {
  static register(runtime: ServiceRuntime, ports: ServicePorts): DynamicModule {
    return {
      module: GatewayModule,
      imports: [ServiceRuntimeModule.for(runtime)],
      controllers: [
        ...[SendOneTimeCodeController, LogInWithCodeController, LogInAsStaffController],
        ...[RefreshSessionController, LogOutController, PublishSigningKeysController],
        ...[SetUpFirstAccountController, SetUpPageController],
        ...[ShowProfileController, ChangeProfileController],
        ...[ListConsentsController, GrantConsentController, WithdrawConsentController],
        ...[KeepProofWhenConsentApplied, ShowProofController, ListHistoryController],
        ...[RegisterPersonController, LookUpPeopleController, ShowPersonController],
        ...[GrantConsentOnPaperController, WithdrawConsentForPersonController],
        ShowMailboxController,
      ],
      providers: [
        ...providersOf(ports),
        ...[SendOneTimeCode, LogInWithCode, LogInAsStaff, CodeSecrets, TotpCodes, Throttles],
        ...[RefreshSession, LogOut, Sessions],
        ...[SetUpFirstAccount, StaffAccounts, RegisterAccount],
        ...[ShowProfile, ChangeProfile],
        ...[ListConsents, GrantConsent, WithdrawConsent, ConsentLedger, ShowProof, ListHistory],
        ...[RegisterPerson, LookUpPeople, ShowPerson, People, PaperTrail],
        ...[GrantConsentOnPaper, WithdrawConsentForPerson],
      ],
    };
  }
}

function providersOf(ports: ServicePorts): Provider[] {
  return [
    { provide: TextMessages, useFactory: () => ports.textMessages },
    { provide: PeopleSeal, useFactory: () => ports.peopleSeal },
    { provide: AccessTokenSigner, useFactory: () => signerOf(ports) },
    { provide: ShowMailbox, useFactory: () => new ShowMailbox(ports.demoMailbox) },
  ];
}

function signerOf({ accessTokens }: ServicePorts): AccessTokenSigner {
  if (!accessTokens) throw new Error('The gateway cannot work without the key that signs tokens');
  return accessTokens;
}

export const gatewayService: ServiceDefinition = {
  name: 'gateway',
  readyWithoutEvents: true,
  basePath: '/api/v1',
  entities: [
    ...[Account, Branch, Profile, ConsentEntry, ConsentApplication, StaffCredentials, SetUpToken],
    ...[OneTimeCode, Throttle, Session, RefreshToken, PaperFormRow],
  ],
  migrations: [
    ...[CreateGateway1764000000000, KnowPersons1764100000000],
    ...[RecordConsentsOnPaper1764500000000, KeepConsentApplications1764500000001],
    ...[AddResidentId1764600000000, KeepPaperForms1764600000001],
  ],
  policies: gatewayPolicies,
  register: (runtime, ports) => GatewayModule.register(runtime, ports),
  sessions: ({ reads, clock }) => new LivingSessions(reads, clock),
};

export { createBranches, hasRootBranch } from './branches/create-branches.js';
export { ForwardingPort, type ForwardedAnswer, type ForwardedRequest } from './forwarding/forwarding-port.js';
export { createStaffAccount, hasStaffAccount } from './staff/create-staff-account.js';
export { issueSetUpToken } from './staff/set-up-first-account/issue-set-up-token.js';
