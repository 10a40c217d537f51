import { readEnvironment } from '@sanxian/shared/process';
import { observationShape } from '@sanxian/shared/observability';
import { z } from 'zod';

const shape = {
  /** Where to listen. 0 takes a free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),

  /** Databases, keys and the event log. */
  SANXIAN_DATA_DIR: z.string().min(1).default('.sanxian'),
  /** 32 random bytes each; made in the data folder on the first start unless they lie elsewhere. */
  MASTER_KEY_FILE: z.string().min(1).optional(),
  PEOPLE_KEY_FILE: z.string().min(1).optional(),

  /** Where text messages are handed over, signed with the secret. */
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_SECRET: z.string().min(16).optional(),

  ...observationShape('text'),

  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
};

export type Environment = ReturnType<typeof readStandaloneEnvironment>;

/** @throws InvalidEnvironment naming everything that is missing or wrong */
export function readStandaloneEnvironment(variables: NodeJS.ProcessEnv) {
  return readEnvironment(shape, variables);
}
