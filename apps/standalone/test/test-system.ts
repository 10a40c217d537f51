import type { ServiceName } from '@sanxian/shared/config';
import type { TestRequest, TestResponse } from '@sanxian/shared/testing';
import type { LogsIn } from './log-in-as.js';
import { startTestSplit } from './test-split.js';
import { startTestStandalone } from './test-standalone.js';

export interface TestSystemOptions {
  /** A clean start instead of the demo city's village. */
  readonly empty?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What is stored, seen and changed past the API. */
export interface Stored {
  rows<Row>(service: ServiceName, sql: string, ...values: string[]): Promise<Row[]>;
  change(service: ServiceName, sql: string, ...values: string[]): Promise<void>;
  /** Every file and every table of every service, by name. */
  everything(): Promise<Map<string, Buffer>>;
}

/** All four services, in one process or in several. */
export interface TestSystem extends LogsIn {
  /** Where the accounts of the demo lie. */
  readonly folder: string;
  readonly signingKeyFile: string;
  /** What an operator was told at the start. */
  readonly said: string;
  readonly stored: Stored;
  request<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options?: TestRequest,
  ): Promise<TestResponse<Body>>;
  stop(): Promise<void>;
}

/**
 * The whole system on databases of its own; its demo is complete, and no larger than a test needs. One process on SQLite,
 * and with `TEST_SYSTEM=split`, as `npm run test:distributed` sets it, four behind the gateway on MySQL and Kafka.
 */
export function startTestSystem(options: TestSystemOptions = {}): Promise<TestSystem> {
  return process.env['TEST_SYSTEM'] === 'split' ? startTestSplit(options) : startTestStandalone(options);
}
