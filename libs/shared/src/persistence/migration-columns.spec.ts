import { createTable } from './create-table.js';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Column, Entity, Table, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bareTestDataSource } from '../testing/test-database.js';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from './columns.js';
import * as columns from './migration-columns.js';

@Entity('samples')
class Sample {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @ReferenceColumn({ name: 'person_id' })
  personId!: string;

  @ReferenceColumn({ name: 'branch_id', nullable: true })
  branchId!: string | null;

  @Column({ type: 'varchar', length: 80 })
  title!: string;

  @Column({ type: 'varchar', length: 80, nullable: true })
  note!: string | null;

  @Column({ type: 'text' })
  story!: string;

  @Column({ type: 'integer', nullable: true })
  seats!: number | null;

  @Column({ type: 'json' })
  days!: string[];

  @InstantColumn({ name: 'started_at' })
  startedAt!: Date;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

class CreateSamples1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(
      queryRunner,
      new Table({
        name: 'samples',
        columns: [
          columns.idColumn(),
          columns.versionColumn(),
          columns.referenceColumn('person_id'),
          columns.referenceColumn('branch_id', { nullable: true }),
          columns.textColumn('title', 80),
          columns.textColumn('note', 80, { nullable: true }),
          columns.longTextColumn('story'),
          columns.integerColumn('seats', { nullable: true }),
          columns.jsonColumn('days'),
          columns.instantColumn('started_at'),
          columns.instantColumn('ended_at', { nullable: true }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('samples', true);
  }
}

const sample = {
  id: 'sample-1',
  version: 1,
  personId: 'person-1',
  branchId: null,
  title: '普及急救知识',
  note: null,
  story: '𠮷'.repeat(10_000),
  seats: null,
  days: ['saturday', '周日'],
  startedAt: new Date('2026-11-23T08:00:00.007Z'),
  endedAt: null,
};

let bare: Awaited<ReturnType<typeof bareTestDataSource>>;
let dataSource: DataSource;

beforeEach(async () => {
  const schema = { entities: [Sample], migrations: [CreateSamples1764000000000] };
  bare = await bareTestDataSource(schema);
  dataSource = bare.dataSource;
  await dataSource.runMigrations();
});

afterEach(() => bare.close());

it('writes the columns that the decorators of entities mean', async () => {
  expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
});

it('keeps what is stored: instants to the millisecond, JSON, every character, nothing for null', async () => {
  await dataSource.manager.insert(Sample, sample);
  expect({ ...(await dataSource.manager.findOneByOrFail(Sample, { id: sample.id })) }).toEqual(sample);
});

it.each(['personId', 'title', 'story', 'days', 'startedAt'])('stores no row without %s', async (field) => {
  await expect(dataSource.manager.insert(Sample, { ...sample, [field]: null })).rejects.toThrow(
    /not null|cannot be null/i,
  );
});
