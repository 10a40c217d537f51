import { readEnvironment } from '@sanxian/shared/process';
import { databaseUrl, processShape } from '@sanxian/shared/split';
import { z } from 'zod';

const { KAFKA_BROKERS, MASTER_KEY_FILE, PEOPLE_KEY_FILE, NODE_ENV } = processShape;

const shape = {
  KAFKA_BROKERS,
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

  /** Filling the demo: where its accounts and progress are written down, and the gateway that its people speak to. */
  SANXIAN_DATA_DIR: z.string().min(1).default('.sanxian'),
  GATEWAY_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
};

const secrets = ['GATEWAY_DB_URL', 'DONATIONS_DB_URL', 'VOLUNTEERS_DB_URL', 'NOTIFICATIONS_DB_URL'];

export type DeployEnvironment = ReturnType<typeof readDeployEnvironment>;

/** @throws InvalidEnvironment naming everything that is missing or wrong */
export function readDeployEnvironment(variables: NodeJS.ProcessEnv) {
  return readEnvironment(shape, variables, { secrets });
}
