import { readEnvironment } from '@sanxian/shared/process';
import {
  databaseUrl,
  processShape,
  productionFaults,
  textMessageFaults,
  textMessageShape,
} from '@sanxian/shared/split';
import { z } from 'zod';

/** One instance of a service, or several separated by commas. */
const addresses = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.url({ protocol: /^https?$/ })));

const shape = {
  ...processShape,
  ...textMessageShape,
  GATEWAY_DB_URL: databaseUrl,
  DONATIONS_URL: addresses,
  VOLUNTEERS_URL: addresses,
  NOTIFICATIONS_URL: addresses,

  /** The private key that signs tokens, as JWK; the same for every gateway. */
  SIGNING_KEY_FILE: z.string().min(1),
  /** Metrics, never on the public port. */
  OPS_PORT: z.coerce.number().int().min(0).max(65_535).default(9464),
  /** How many proxies stand before the gateway and may be believed about the client's address. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** The address that the port of a container is published on; HOST where there is no container around. */
  PUBLISHED_ON: z.string().min(1).optional(),
};

export type GatewayEnvironment = ReturnType<typeof readGatewayEnvironment>;

/** @throws InvalidEnvironment naming everything that is missing or wrong */
export function readGatewayEnvironment(variables: NodeJS.ProcessEnv) {
  const environment = readEnvironment(shape, variables, {
    secrets: ['GATEWAY_DB_URL', 'SMS_WEBHOOK_SECRET'],
    check: (read) => [...productionFaults(read, read.GATEWAY_DB_URL), ...textMessageFaults(read)],
  });
  return { ...environment, databaseUrl: environment.GATEWAY_DB_URL };
}
