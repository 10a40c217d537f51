/** The Kafka cluster that tests share. */
export function testBrokers(): string[] {
  const brokers = process.env['KAFKA_BROKERS'];
  if (!brokers) throw new Error('KAFKA_BROKERS is missing: `npm run test:distributed` tells how to get it');
  return brokers.split(',');
}
