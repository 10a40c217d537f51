/** A file that breaks one rule, and how that rule is called. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
  /** Files the plant needs to stand on; they are clean themselves. */
  readonly besides?: Readonly<Record<string, string>>;
}

/** Planted for dependency-cruiser over the source graph. */
export const boundaryPlants: Plant[] = [
  {
    rule: 'no-app-to-another-app',
    file: 'apps/donations/src/blood/borrow-profile/borrow-profile.ts',
    source: `export { VolunteersModule } from '../../../../volunteers/src/volunteers.module.js';`,
  },
  {
    rule: 'no-app-to-another-app',
    file: 'apps/donations/src/blood/borrow-type/borrow-type.ts',
    source: `import type { VolunteersModule } from '@sanxian/volunteers/module';\nexport type Borrowed = VolunteersModule;`,
  },
  {
    rule: 'no-app-package-of-another-app',
    file: 'apps/donations/src/blood/borrow-engine/borrow-engine.ts',
    source: `export { propose } from '@sanxian/volunteers/matching';`,
  },
  {
    rule: 'apps-only-through-their-exports',
    file: 'apps/standalone/src/reach-in.ts',
    source: `export { DonationsModule } from '../../donations/src/donations.module.js';`,
  },
  {
    rule: 'shared-knows-no-app',
    file: 'libs/shared/src/http/know-donations.ts',
    source: `export { DonationsModule } from '@sanxian/donations/module';`,
  },
  {
    rule: 'shared-only-through-its-exports',
    file: 'apps/volunteers/src/reach-into-shared.ts',
    source: `export { Clock } from '../../../libs/shared/src/config/clock.js';`,
  },
  {
    rule: 'shared-does-not-import-its-own-package',
    file: 'libs/shared/src/http/import-own-package.ts',
    source: `export { Clock } from '@sanxian/shared/config';`,
  },
  ...layerPlants([
    'config',
    'contracts',
    'channels',
    'persistence',
    'security',
    'messaging',
    'http',
    'observability',
    'process',
    'split',
    'testing',
  ]),
  {
    rule: 'capability-keeps-its-use-cases',
    file: 'apps/donations/src/organ/borrow-rule.ts',
    source: `export { decide } from '../blood/pre-screen/decide.js';`,
  },
  {
    rule: 'nothing-stands-on-a-composition-root',
    file: 'apps/gateway/src/login/start-everything.ts',
    source: `export { start } from '../split/start.js';`,
    besides: { 'apps/gateway/src/split/start.ts': `export const start = () => 'started';` },
  },
  {
    rule: 'no-test-code-in-production',
    file: 'apps/donations/src/blood/use-fake-clock.ts',
    source: `export { FakeClock } from '@sanxian/shared/testing';`,
  },
  {
    rule: 'no-development-dependency-in-production',
    file: 'apps/donations/src/blood/use-jest.ts',
    source: `export { expect } from '@jest/globals';`,
  },
  {
    rule: 'kafkajs-only-in-its-driver',
    file: 'libs/shared/src/messaging/relay/send-to-kafka.ts',
    source: `export { Kafka } from 'kafkajs';`,
  },
  {
    rule: 'no-unresolved-import',
    file: 'apps/donations/src/blood/import-nothing.ts',
    source: `export { nothing } from './there-is-no-such-file.js';`,
  },
];

/** Each layer of libs/shared reaching one step too high. The top one has nothing above it but the apps. */
function layerPlants(layers: string[]): Plant[] {
  return layers.map((layer, index) => {
    const above = layers[index + 1];
    return {
      rule: `shared-${layer}-knows-only-what-is-below`,
      file: `libs/shared/src/${layer}/reach-up.ts`,
      source: `export * from '../${above ?? 'unknown-layer'}/reached.js';`,
      besides: { [`libs/shared/src/${above ?? 'unknown-layer'}/reached.ts`]: `export const reached = '${layer}';` },
    };
  });
}

/** Planted for dependency-cruiser over the graph of what is left at run time. */
export const runtimePlants: Plant[] = [
  {
    rule: 'pure-stays-pure',
    file: 'apps/donations/src/blood/pre-screen/ask-nest.ts',
    source: `export { Injectable } from '@nestjs/common';`,
  },
  {
    rule: 'pure-stays-pure',
    file: 'apps/volunteers/src/shifts/sign-up-rules/count-rows.ts',
    source: `import { rowsOf } from '../rows.js';\nexport const isFull = () => rowsOf('shifts') > 0;`,
    besides: {
      'apps/volunteers/src/shifts/rows.ts': `import { DataSource } from 'typeorm';\nexport const rowsOf = (table: string) => DataSource.name.length + table.length;`,
    },
  },
  {
    rule: 'pure-stays-pure',
    file: 'apps/volunteers/src/shifts/rest-time.policy.ts',
    source: `import { readFileSync } from 'node:fs';\nexport const hours = () => Number(readFileSync('hours.txt', 'utf8'));`,
  },
  {
    rule: 'swagger-only-where-the-document-is-built',
    file: 'apps/volunteers/src/events/describe-event.dto.ts',
    source: `import { ApiProperty } from '@nestjs/swagger';\nexport const Title = () => ApiProperty({ maxLength: 80 });`,
  },
  {
    rule: 'document-builder-only-on-demand',
    file: 'libs/shared/src/http/describe-everything.ts',
    source: `export { buildOpenApiDocument } from './open-api/build-open-api-document.js';`,
  },
  {
    rule: 'no-circular',
    file: 'apps/volunteers/src/events/egg.ts',
    source: `import { hen } from './hen.js';\nexport const egg = (): string => hen();`,
    besides: {
      'apps/volunteers/src/events/hen.ts': `import { egg } from './egg.js';\nexport const hen = (): string => egg();`,
    },
  },
];

const anywhere = 'apps/donations/src/blood';

/** Planted for ESLint. */
export const lintPlants: Plant[] = [
  {
    rule: 'sanxian/write-in-unit-of-work',
    file: `${anywhere}/own-transaction.ts`,
    source: `import type { DataSource } from 'typeorm';
export const change = (database?: DataSource) => database?.transaction(() => Promise.resolve());`,
  },
  {
    rule: 'sanxian/write-in-unit-of-work',
    file: `${anywhere}/manager-transaction.ts`,
    source: `import type { ReadDatabase } from '@sanxian/shared/persistence';
export const change = (reads: ReadDatabase): Promise<void> => reads.manager.transaction(() => Promise.resolve());`,
  },
  {
    rule: 'sanxian/write-in-unit-of-work',
    file: `${anywhere}/own-connection.ts`,
    source: `import type { DataSource } from 'typeorm';
export const connect = (somewhere: { database: DataSource }) => somewhere.database['createQueryRunner']();`,
  },
  {
    rule: 'sanxian/write-in-unit-of-work',
    file: `${anywhere}/save-row.ts`,
    source: `import type { EntityManager } from 'typeorm';
export const keep = (manager: EntityManager, row: object): Promise<object> => manager.save(row);`,
  },
  {
    rule: 'sanxian/write-in-unit-of-work',
    file: `${anywhere}/remove-row.ts`,
    source: `import type { Repository } from 'typeorm';
export const drop = (rows: Repository<{ id: string }>, row: { id: string }) => rows.remove(row);`,
  },
  {
    rule: 'sanxian/read-database-is-read-only',
    file: `${anywhere}/write-by-reads.ts`,
    source: `import type { ReadDatabase } from '@sanxian/shared/persistence';
export class Change {
  constructor(private readonly reads: ReadDatabase) {}
  drop(id: string): Promise<unknown> {
    return this.reads.manager.delete('rows', { id });
  }
}`,
  },
  { rule: 'sanxian/time-from-clock', file: `${anywhere}/date-now.ts`, source: 'export const now = () => Date.now();' },
  { rule: 'sanxian/time-from-clock', file: `${anywhere}/new-date.ts`, source: 'export const now = () => new Date();' },
  {
    rule: 'sanxian/environment-at-the-root',
    file: `${anywhere}/read-environment.ts`,
    source: 'export const port = () => process.env.PORT;',
  },
  {
    rule: 'sanxian/environment-at-the-root',
    file: `${anywhere}/import-environment.ts`,
    source: `import { env } from 'node:process';\nexport const port = () => env.PORT;`,
  },
  {
    rule: 'sanxian/no-sleep-in-tests',
    file: `${anywhere}/sleep.spec.ts`,
    source: 'export const sleep = () => new Promise((resolve) => setTimeout(resolve, 100));',
  },
  {
    rule: 'sanxian/no-sleep-in-tests',
    file: `${anywhere}/sleep-by-import.spec.ts`,
    source: `import { setTimeout as sleep } from 'node:timers/promises';\nexport const pause = () => sleep(100);`,
  },
  {
    rule: 'sanxian/no-skipped-tests',
    file: `${anywhere}/only.spec.ts`,
    source: `import { it } from '@jest/globals';\nit.only('runs alone', () => undefined);`,
  },
  {
    rule: 'sanxian/no-skipped-tests',
    file: `${anywhere}/skip.spec.ts`,
    source: `import { describe } from '@jest/globals';\ndescribe.skip.each([1])('never runs', () => undefined);`,
  },
  { rule: '@typescript-eslint/no-explicit-any', file: `${anywhere}/any.ts`, source: 'export let loose: any;' },
  {
    rule: '@typescript-eslint/no-explicit-any',
    file: `${anywhere}/any-with-excuse.ts`,
    source: '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport let loose: any;',
  },
  {
    rule: '@typescript-eslint/ban-ts-comment',
    file: `${anywhere}/ignored-error.ts`,
    source: `// @ts-ignore\nexport const count: number = 'one';`,
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: `${anywhere}/floating.ts`,
    source: 'export const start = (work: () => Promise<void>): void => {\n  work();\n};',
  },
  {
    rule: '@typescript-eslint/no-misused-promises',
    file: `${anywhere}/misused.ts`,
    source: 'export const check = (holds: () => Promise<boolean>): string => (holds() ? "yes" : "no");',
  },
  {
    rule: '@typescript-eslint/no-unsafe-member-access',
    file: `${anywhere}/unsafe.ts`,
    source: 'export const nameIn = (text: string): boolean => JSON.parse(text).name === text;',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    file: `${anywhere}/value-import-of-type.ts`,
    source: `import { DataSource } from 'typeorm';\nexport type Open = () => DataSource;`,
  },
  { rule: 'no-console', file: `${anywhere}/print.ts`, source: `export const print = () => console.log('to nobody');` },
];
