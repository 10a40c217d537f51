import { readEnvironment } from '@sanxian/shared/process';
import { databaseUrl, processShape } from '@sanxian/shared/split';
import { z } from 'zod';

const { KAFKA_BROKERS, KAFKA_PREFIX, MASTER_KEY_FILE, PEOPLE_KEY_FILE, NODE_ENV } = processShape;

const shape = {
  KAFKA_BROKERS,
  KAFKA_PREFIX,
  /** Copies of every message that Kafka keeps; 3 where there are as many brokers. */
  KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).max(5).default(1),
  GATEWAY_DB_URL: databaseUrl,
  DONATIONS_DB_URL: databaseUrl,
  VOLUNTEERS_DB_URL: databaseUrl,
  NOTIFICATIONS_DB_URL: databaseUrl,
  MASTER_KEY_FILE,
  PEOPLE_KEY_FILE,
  SIGNING_KEY_FILE: z.string().min(1),
  NODE_ENV,

  /** What empty databases become, in production never: the demo city, a village of a handful of people, or nothing. */
  DEMO: z.enum(['city', 'village', 'no']).default('no'),
  /** Where the accounts of the demo and its progress are written down. */
  SANXIAN_DATA_DIR: z.string().min(1).default('.sanxian'),
  /** As people reach it: the demo's, and whoever follows the link of the first set-up. */
  GATEWAY_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
};

const secrets = ['GATEWAY_DB_URL', 'DONATIONS_DB_URL', 'VOLUNTEERS_DB_URL', 'NOTIFICATIONS_DB_URL'];

export type DeployEnvironment = ReturnType<typeof readDeployEnvironment>;

/** @throws InvalidEnvironment naming everything that is missing or wrong */
export function readDeployEnvironment(variables: NodeJS.ProcessEnv) {
  return readEnvironment(shape, variables, { secrets });
}
