import {
  addIndex,
  addNullableColumn,
  dropAddedColumn,
  dropAddedIndex,
  integerColumn,
  jsonColumn,
  textColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const nullable = { nullable: true };

const added = [
  ['volunteer_profiles', textColumn('sealed_home', 300, nullable)],
  ['volunteer_profiles', jsonColumn('availability_exceptions', nullable)],
  ['volunteer_profiles', integerColumn('radius_km', nullable)],
  ['volunteer_profiles', integerColumn('hours_per_week', nullable)],
  ['volunteer_profiles', jsonColumn('role_wishes', nullable)],
  ['volunteer_events', textColumn('insurance', 100, nullable)],
  ['volunteer_events', integerColumn('priority', nullable)],
  ['volunteer_events', jsonColumn('languages', nullable)],
  ['shifts', jsonColumn('preferred_skills', nullable)],
  ['shifts', integerColumn('min_star', nullable)],
] as const;

/** For the shifts to come, whatever event they belong to. */
const byStart = () => new TableIndex({ name: 'shifts_by_start', columnNames: ['starts_at', 'id'] });

export class KnowWhatMatchingNeeds1764250000000 implements MigrationInterface {
  readonly name = 'KnowWhatMatchingNeeds1764250000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of added) await addNullableColumn(queryRunner, table, column);
    await addIndex(queryRunner, 'shifts', byStart());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropAddedIndex(queryRunner, 'shifts', byStart().name!);
    for (const [table, column] of added.toReversed()) await dropAddedColumn(queryRunner, table, column.name);
  }
}
