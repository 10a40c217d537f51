import type { DynamicModule } from '@nestjs/common';
import type { DemoMailbox } from '../../channels/demo-mailbox.js';
import type { TextMessages } from '../../channels/text-messages.js';
import type { ServiceName } from '../../config/service-name.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { DatabaseSchema } from '../../persistence/database.js';
import type { AccessTokenSigner } from '../../security/access-token-signer.js';
import type { PeopleSeal } from '../../security/people-seal.js';
import type { SessionRegistry } from '../../security/session-registry.js';
import type { RoutePolicies } from '../../security/route-policies.js';

/** What a composition root gives every service beside its runtime. */
export interface ServicePorts {
  readonly textMessages: TextMessages;
  readonly peopleSeal: PeopleSeal;
  /** The gateway's alone: only it signs tokens. */
  readonly accessTokens?: AccessTokenSigner;
  /** Present on demo data only. */
  readonly demoMailbox?: DemoMailbox;
}

/** A service as a composition root sees it. */
export interface ServiceDefinition extends DatabaseSchema {
  readonly name: ServiceName;
  /** Its routes lie below; the gateway's `/api/v1` takes what no other service claims. */
  readonly basePath: `/api/v1${string}`;
  readonly policies: RoutePolicies;
  register(runtime: ServiceRuntime, ports: ServicePorts): DynamicModule;
  /** The gateway's: people log in and are forwarded also while events do not arrive. */
  readonly readyWithoutEvents?: true;
  /** The gateway's: tells whether the session behind a token still lives. */
  sessions?(runtime: ServiceRuntime): SessionRegistry;
}
