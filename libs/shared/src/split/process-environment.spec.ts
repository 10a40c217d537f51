import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { readServiceEnvironment } from './process-environment.js';

const whole = {
  KAFKA_BROKERS: '127.0.0.1:9092,127.0.0.1:9093',
  NOTIFICATIONS_DB_URL: 'mysql://sanxian:geheim@127.0.0.1:3306/sanxian',
  MASTER_KEY_FILE: '/keys/master.key',
  PEOPLE_KEY_FILE: '/keys/people.key',
  JWKS_URL: 'http://127.0.0.1:3000/.well-known/jwks.json',
  SMS_WEBHOOK_URL: 'https://sms.example.org',
  SMS_WEBHOOK_SECRET: 'a-secret-of-sixteen',
};

describe('the environment of a service', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const faults = (variables: Record<string, string | undefined>): string => {
    try {
      readServiceEnvironment('notifications', { ...whole, ...variables });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is read with its database by the name of the service', () => {
    expect(readServiceEnvironment('notifications', whole)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      KAFKA_BROKERS: ['127.0.0.1:9092', '127.0.0.1:9093'],
      databaseUrl: whole.NOTIFICATIONS_DB_URL,
    });
  });

  it('names all that is missing or wrong in one message, and shows no value', () => {
    const message = faults({
      KAFKA_BROKERS: 'kafka',
      NOTIFICATIONS_DB_URL: 'postgres://geheim@host/x',
      MASTER_KEY_FILE: undefined,
      PEOPLE_KEY_FILE: undefined,
      JWKS_URL: 'nowhere',
    });
    for (const name of ['KAFKA_BROKERS', 'NOTIFICATIONS_DB_URL', 'MASTER_KEY_FILE', 'PEOPLE_KEY_FILE', 'JWKS_URL']) {
      expect(message).toContain(`  ${name}: `);
    }
    expect(message).not.toMatch(/geheim|nowhere/);
  });

  it('takes a secret out of a file', () => {
    const file = join(folder.path, 'url');
    writeFileSync(file, `${whole.NOTIFICATIONS_DB_URL}\n`);
    const { NOTIFICATIONS_DB_URL: _, ...others } = whole;
    const read = readServiceEnvironment('notifications', { ...others, NOTIFICATIONS_DB_URL_FILE: file });
    expect(read.databaseUrl).toBe(whole.NOTIFICATIONS_DB_URL);
    expect(faults({ SMS_WEBHOOK_SECRET: undefined, SMS_WEBHOOK_SECRET_FILE: join(folder.path, 'gone') })).toContain(
      '  SMS_WEBHOOK_SECRET_FILE: ',
    );
  });

  it.each([
    ['half a way for text messages', { SMS_WEBHOOK_SECRET: undefined }, 'SMS_WEBHOOK_URL'],
    [
      'no way for text messages in production',
      { NODE_ENV: 'production', SMS_WEBHOOK_URL: undefined, SMS_WEBHOOK_SECRET: undefined },
      'SMS_WEBHOOK_URL',
    ],
    [
      "the example's password in production",
      { NODE_ENV: 'production', NOTIFICATIONS_DB_URL: 'mysql://sanxian:change-me-1@db/x' },
      '_DB_URL',
    ],
    [
      "the example's secret in production",
      { NODE_ENV: 'production', SMS_WEBHOOK_SECRET: 'change-me-change-me' },
      'SMS_WEBHOOK_SECRET',
    ],
  ])('refuses %s', (_, variables, name) => {
    expect(faults(variables)).toContain(name);
  });

  it('asks only notifications for the way of text messages', () => {
    const { SMS_WEBHOOK_URL: _, SMS_WEBHOOK_SECRET: __, NOTIFICATIONS_DB_URL: url, ...others } = whole;
    const environment = { ...others, NODE_ENV: 'production', DONATIONS_DB_URL: url };
    expect(readServiceEnvironment('donations', environment).databaseUrl).toBe(url);
  });
});
