export const infrastructureNames = [
  'KAFKA_BROKERS',
  'GATEWAY_DB_URL',
  'DONATIONS_DB_URL',
  'VOLUNTEERS_DB_URL',
  'NOTIFICATIONS_DB_URL',
] as const;

/** A user that may make databases, for the tests. */
const forTests = 'TEST_MYSQL_URL';

/**
 * What the environment names.
 * @returns undefined when it names none of it
 * @throws Error when it names some and not all: the rest must not come from somewhere else
 */
export function namedInfrastructure(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> | undefined {
  const named = infrastructureNames.filter((name) => variables[name]);
  if (named.length === 0) return undefined;
  const missing = infrastructureNames.filter((name) => !variables[name]);
  if (missing.length > 0) throw new Error(`The environment names ${named.join(', ')} but not ${missing.join(', ')}`);
  const values = [...named, forTests].map((name) => [name, variables[name]]).filter(([, value]) => value);
  return Object.fromEntries(values) as Record<string, string>;
}
