import { Column, Entity, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { IdColumn, VersionColumn } from './columns.js';
import { createTable } from './create-table.js';
import { idColumn, integerColumn, versionColumn } from './migration-columns.js';

@Entity('counters')
export class Counter {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @Column({ type: 'integer' })
  value!: number;
}

class CreateCounters1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(
      queryRunner,
      new Table({ name: 'counters', columns: [idColumn(), versionColumn(), integerColumn('value')] }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('counters', true);
  }
}

export const counterSchema = { entities: [Counter], migrations: [CreateCounters1764000000000] };

export const counter = (id: string, value: number): Counter => Object.assign(new Counter(), { id, value });
