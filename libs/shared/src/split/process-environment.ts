import { z } from 'zod';
import type { ServiceName } from '../config/service-name.js';
import { observationShape } from '../observability/observe.js';
import { readEnvironment } from '../process/read-environment.js';

/** What every process of split mode takes from its environment. */
export const processShape = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),

  /** `host:port`, separated by commas. */
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'host:port, separated by commas')
    .transform((text) => text.split(',')),
  /** Begins the names of topics and consumer groups, so that several systems can share a cluster. */
  KAFKA_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]{0,60}$/)
    .default(''),
  /** A member of a consumer group that is not heard of for so long is taken for dead; the broker allows 6 at least. */
  KAFKA_SESSION_SECONDS: z.coerce.number().int().min(6).max(300).default(30),

  /** 32 random bytes each, the same for every process: what is sealed by one is opened by another. */
  MASTER_KEY_FILE: z.string().min(1),
  PEOPLE_KEY_FILE: z.string().min(1),

  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),

  /** How long readiness says `draining` before the port closes, for balancers that look at it. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(15).default(0),

  ...observationShape('json'),
};

/** Where text messages are handed over, signed with the secret. */
export const textMessageShape = {
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_SECRET: z.string().min(16).optional(),
};

export const databaseUrl = z
  .string()
  .regex(/^(mysql:\/\/|sqlite:)\S+$/, 'mysql://user:password@host:port/database or sqlite:path');

export type ProcessEnvironment = z.infer<z.ZodObject<typeof processShape>> & { readonly databaseUrl: string };

/** The variable that holds the address of a service's database. */
export const databaseVariable = (service: ServiceName): string => `${service.toUpperCase()}_DB_URL`;

type TextMessageEnvironment = z.infer<z.ZodObject<typeof textMessageShape>>;
export type ServiceEnvironment = ProcessEnvironment & TextMessageEnvironment & { readonly JWKS_URL: string };

/**
 * The environment of donations, volunteers or notifications.
 * @throws InvalidEnvironment naming everything that is missing or wrong
 */
export function readServiceEnvironment(
  service: Exclude<ServiceName, 'gateway'>,
  variables: NodeJS.ProcessEnv,
): ServiceEnvironment {
  const database = databaseVariable(service);
  const shape = {
    ...processShape,
    ...textMessageShape,
    /** The gateway's `/.well-known/jwks.json`. */
    JWKS_URL: z.url({ protocol: /^https?$/ }),
  };
  const urlIn = (read: object) => String((read as Record<string, unknown>)[database]);
  const environment = readEnvironment({ ...shape, [database]: databaseUrl }, variables, {
    secrets: [database, 'SMS_WEBHOOK_SECRET'],
    check: (read) => [
      ...productionFaults(read, urlIn(read)),
      ...(service === 'notifications' ? textMessageFaults(read) : []),
    ],
  });
  return { ...environment, databaseUrl: urlIn(environment) };
}

/** Nothing starts in production on a password that stands in an example. */
export function productionFaults({ NODE_ENV }: Pick<ProcessEnvironment, 'NODE_ENV'>, url: string): string[] {
  if (NODE_ENV !== 'production') return [];
  return url.includes(examplePassword) ? ['*_DB_URL: the password is the one of the example'] : [];
}

/** The beginning of each secret in `.env.example`. */
export const examplePassword = 'change-me';

/** Both or none; in production both. */
export function textMessageFaults(
  environment: TextMessageEnvironment & Pick<ProcessEnvironment, 'NODE_ENV'>,
): string[] {
  const { SMS_WEBHOOK_URL: url, SMS_WEBHOOK_SECRET: secret, NODE_ENV } = environment;
  if (Boolean(url) !== Boolean(secret)) return ['SMS_WEBHOOK_URL: goes together with SMS_WEBHOOK_SECRET, both or none'];
  if (NODE_ENV !== 'production') return [];
  if (!url) return ['SMS_WEBHOOK_URL: missing; in production nobody could log in without it'];
  return secret?.includes(examplePassword) ? ['SMS_WEBHOOK_SECRET: it is the one of the example'] : [];
}
