import { readFileSync } from 'node:fs';
import { DemoMailbox } from '@sanxian/shared/channels';
import type { ServiceName } from '@sanxian/shared/config';
import { chooseTextMessages, isLoopback } from '@sanxian/shared/process';
import { AccessTokenSigner, readSigningKey, TokenAuthenticator } from '@sanxian/shared/security';
import { openFoundation, type Foundation, type RunningProcess } from '@sanxian/shared/split';
import { createLocalJWKSet } from 'jose';
import { forwardingPolicies, forwardRequests } from '../forwarding/forward-request/forward-requests.js';
import { Upstream } from '../forwarding/upstream.js';
import { gatewayService } from '../gateway.module.js';
import { LivingSessions } from '../sessions/living-sessions.js';
import type { GatewayEnvironment } from './gateway-environment.js';
import { MergedOpenApi } from './merged-open-api.js';
import { serveOperations } from './serve-operations.js';

const mostInFlight = 256;
const deadlineMilliseconds = 10_000;
const ownOpenApi = new URL('../../openapi.json', import.meta.url);

/** Starts the gateway as a process of its own: the only one that the world sees. */
export async function startGateway(environment: GatewayEnvironment): Promise<RunningProcess> {
  const foundation = await openFoundation(gatewayService, environment);
  try {
    return await serve(foundation, environment);
  } catch (error) {
    await foundation.close();
    throw error;
  }
}

async function serve(foundation: Foundation, environment: GatewayEnvironment): Promise<RunningProcess> {
  const { runtime, clock, peopleSeal, observation } = foundation;
  const { metrics, tracer } = observation;
  const signer = new AccessTokenSigner(await readSigningKey(environment.SIGNING_KEY_FILE), clock);
  const authenticator = new TokenAuthenticator({
    keys: createLocalJWKSet(signer.publicKeySet()),
    clock,
    sessions: new LivingSessions(runtime.reads, clock),
  });
  const demoMailbox = showsDemo(foundation, environment) ? new DemoMailbox(clock) : undefined;
  const upstreams = upstreamsOf(environment);
  const openApi = new MergedOpenApi(readFileSync(ownOpenApi, 'utf8'), upstreams);
  const operations = await serveOperations(environment, { metrics, demoMailbox });
  const running = await foundation.serve({
    ports: {
      peopleSeal,
      textMessages: demoMailbox?.textMessages ?? chooseTextMessages(environment, clock),
      accessTokens: signer,
      demoMailbox,
    },
    authenticator,
    observation: { ...observation, metricsElsewhere: true },
    openApi: () => openApi.whole(),
    policies: forwardingPolicies(upstreams.keys()),
    addRoutes: (http) => forwardRequests(http, { upstreams, authenticator, deadlineMilliseconds, tracer }),
    trustedProxyHops: environment.TRUSTED_PROXY_HOPS,
  });
  return {
    url: running.url,
    stop: async () => {
      await running.stop();
      await operations.close();
      for (const upstream of upstreams.values()) await upstream.close();
    },
  };
}

function upstreamsOf(environment: GatewayEnvironment): Map<Exclude<ServiceName, 'gateway'>, Upstream> {
  const { DONATIONS_URL: donations, VOLUNTEERS_URL: volunteers, NOTIFICATIONS_URL: notifications } = environment;
  const upstream = (addresses: string[]) => new Upstream({ addresses, mostInFlight, deadlineMilliseconds });
  return new Map([
    ['donations', upstream(donations)],
    ['volunteers', upstream(volunteers)],
    ['notifications', upstream(notifications)],
  ]);
}

/** Only a server that nobody else can reach may show what the demo's people are told. */
function showsDemo({ demo }: Foundation, { HOST, PUBLISHED_ON = HOST }: GatewayEnvironment): boolean {
  return demo && isLoopback(PUBLISHED_ON);
}
