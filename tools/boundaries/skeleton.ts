import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');

/** What the checks are made of: taken from the tree, so that the real rules are put to the test. */
const copied = [
  'package.json',
  'tsconfig.json',
  'tsconfig.check.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  'tools/lint',
  'tools/boundaries/runtime-graph.cjs',
  'libs/shared/package.json',
  'libs/shared/src/persistence/read-database.ts',
  ...['gateway', 'donations', 'volunteers', 'notifications', 'standalone'].map((app) => `apps/${app}/package.json`),
];

/** Clean code near every rule: what a rule must let pass. */
export const cleanFiles: Readonly<Record<string, string>> = {
  'libs/shared/src/config/index.ts': `export { Clock, SystemClock } from './clock.js';`,
  'libs/shared/src/config/clock.ts': `export abstract class Clock {
  abstract now(): Date;
}
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}`,
  'libs/shared/src/contracts/index.ts': `export { Refusal } from './refusal.js';`,
  'libs/shared/src/contracts/refusal.ts': 'export class Refusal extends Error {}',
  'libs/shared/src/http/open-api/build-open-api-document.ts': `import { SwaggerModule } from '@nestjs/swagger';
export const buildOpenApiDocument = () => SwaggerModule.name;`,
  'libs/shared/src/http/open-api/on-demand.ts': `import type { OpenAPIObject } from '@nestjs/swagger';
export const paths = (document: OpenAPIObject) => document.paths;
export const build = async () => (await import('./build-open-api-document.js')).buildOpenApiDocument();`,
  'libs/shared/src/persistence/index.ts': `export { ReadDatabase } from './read-database.js';`,
  'libs/shared/src/persistence/run.ts': `import type { DataSource } from 'typeorm';
export const run = (database: DataSource): Promise<void> => database.transaction(() => Promise.resolve());`,
  'libs/shared/src/testing/index.ts': `export { FakeClock } from './fake-clock.js';`,
  'libs/shared/src/testing/fake-clock.ts': `import { Clock } from '../config/clock.js';
export class FakeClock extends Clock {
  now(): Date {
    return new Date(0);
  }
}`,
  'apps/donations/src/donations.module.ts': `import { Module } from '@nestjs/common';
import { ShowIntent } from './blood/show-intent/show-intent.query.js';
@Module({ providers: [ShowIntent] })
export class DonationsModule {}`,
  'apps/donations/src/blood/intent.entity.ts': `import { Entity, PrimaryColumn } from 'typeorm';
import { decide } from './pre-screen/decide.js';
@Entity('intents')
export class Intent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  outcome(): string {
    return decide(this);
  }
}`,
  // A rule may speak of an entity by type, and refuse.
  'apps/donations/src/blood/pre-screen/decide.ts': `import { Refusal } from '@sanxian/shared/contracts';
import type { Intent } from '../intent.entity.js';
export function decide(intent: Intent): string {
  if (intent.id === '') throw new Refusal();
  return intent.id;
}`,
  'apps/donations/src/blood/pre-screen/pre-screen.controller.ts': `import { Controller, Get } from '@nestjs/common';
@Controller('pre-screens')
export class PreScreenController {
  @Get()
  show(): string {
    return 'likely';
  }
}`,
  'apps/donations/src/blood/show-intent/show-intent.query.ts': `import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { Intent } from '../intent.entity.js';
@Injectable()
export class ShowIntent {
  private readonly seen = new Map<string, Date>();
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}
  handle(id: string): Promise<Intent | null> {
    this.seen.delete(id);
    this.seen.set(id, new Date(this.clock.now().getTime() + 1));
    return this.reads.manager.findOneBy(Intent, { id });
  }
}`,
  'apps/donations/src/blood/show-intent/show-intent.spec.ts': `import { expect, it } from '@jest/globals';
import { FakeClock } from '@sanxian/shared/testing';
it('stands still', () => {
  expect(new FakeClock().now()).toEqual(new Date(0));
});`,
  'apps/donations/src/organ/organ-decision.entity.ts': `import type { Intent } from '../blood/intent.entity.js';
export const sameDay = (intent: Intent): string => intent.id;`,
  'apps/donations/src/mine/show-mine/show-mine.query.ts': `import type { ShowIntent } from '../../blood/show-intent/show-intent.query.js';
export const showMine = (intents: ShowIntent, id: string) => intents.handle(id);`,
  'apps/volunteers/src/volunteers.module.ts': 'export class VolunteersModule {}',
  'apps/standalone/src/main.ts': `import { DonationsModule } from '@sanxian/donations/module';
process.stdout.write(DonationsModule.name + String(process.env.PORT));`,
};

/** A small project of its own under the real rules, with the clean files and whatever is planted. */
export function growSkeleton(planted: Readonly<Record<string, string>>): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'sanxian-boundaries-')));
  for (const file of copied) cpSync(join(repository, file), join(path, file), { recursive: true });
  for (const [file, source] of Object.entries({ ...cleanFiles, ...planted })) write(join(path, file), `${source}\n`);
  linkPackages(path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The installed packages, but our own workspaces from the skeleton. */
function linkPackages(path: string): void {
  const installed = join(repository, 'node_modules');
  mkdirSync(join(path, 'node_modules/@sanxian'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== '@sanxian') symlinkSync(join(installed, name), join(path, 'node_modules', name));
  }
  symlinkSync(join(path, 'libs/shared'), join(path, 'node_modules/@sanxian/shared'));
  for (const app of readdirSync(join(path, 'apps'))) {
    symlinkSync(join(path, 'apps', app), join(path, 'node_modules/@sanxian', app));
  }
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
