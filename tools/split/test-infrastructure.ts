import { newId } from '@sanxian/shared/config';
import { deleteTopics } from '@sanxian/shared/kafka';
import { bareMysqlDatabase, testBrokers, type TestDatabase } from '@sanxian/shared/testing';

const services = ['gateway', 'donations', 'volunteers', 'notifications'] as const;

export interface TestInfrastructure {
  /** As the processes of split mode take them. */
  readonly variables: Readonly<Record<string, string>>;
  /** The address of each service's database. */
  readonly databases: Readonly<Record<(typeof services)[number], string>>;
  /** For when no process uses it any more. */
  remove(): Promise<void>;
}

/**
 * Databases and topics of one test's own, on the server that `TEST_MYSQL_URL` names.
 * @param brokers those that `KAFKA_BROKERS` names unless told
 */
export async function testInfrastructure(brokers = testBrokers()): Promise<TestInfrastructure> {
  const prefix = `test-${newId()}-`;
  const made: TestDatabase[] = [];
  const urls = new Map<string, string>();
  for (const service of services) {
    const database = await bareMysqlDatabase();
    made.push(database);
    // As many connections as a process takes by itself.
    urls.set(service, database.url.replace(/\?.*/, ''));
  }
  const databases = Object.fromEntries(urls) as TestInfrastructure['databases'];
  return {
    variables: {
      KAFKA_BROKERS: brokers.join(),
      KAFKA_PREFIX: prefix,
      ...Object.fromEntries(services.map((service) => [`${service.toUpperCase()}_DB_URL`, databases[service]])),
    },
    databases,
    remove: async () => {
      for (const database of made) await database.release();
      await deleteTopics({ brokers, prefix });
    },
  };
}
