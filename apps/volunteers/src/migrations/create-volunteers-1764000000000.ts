import { createServiceTables, dropServiceTables } from '@sanxian/shared/http';
import {
  createTable,
  idColumn,
  instantColumn,
  integerColumn,
  jsonColumn,
  longTextColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableCheck, TableIndex } from 'typeorm';

// Each is made anew for each database: TypeORM writes into it.

const volunteerProfiles = (): Table =>
  new Table({
    name: 'volunteer_profiles',
    columns: [
      idColumn(),
      referenceColumn('person_id'),
      jsonColumn('skills'),
      jsonColumn('languages'),
      textColumn('area', 9),
      jsonColumn('availability'),
      textColumn('sealed_guardian', 1000, { nullable: true }),
      instantColumn('registered_at'),
      versionColumn(),
    ],
    indices: [new TableIndex({ name: 'volunteer_profiles_by_person', columnNames: ['person_id'], isUnique: true })],
  });

const volunteerEvents = (): Table =>
  new Table({
    name: 'volunteer_events',
    columns: [
      idColumn(),
      referenceColumn('branch_id'),
      textColumn('status', 20),
      textColumn('title', 200),
      textColumn('kind', 40),
      textColumn('place_name', 200),
      textColumn('area', 9),
      integerColumn('latitude_e6', { nullable: true }),
      integerColumn('longitude_e6', { nullable: true }),
      instantColumn('starts_at'),
      instantColumn('ends_at'),
      textColumn('risk', 20),
      longTextColumn('description', { nullable: true }),
      instantColumn('published_at', { nullable: true }),
      instantColumn('cancelled_at', { nullable: true }),
      textColumn('cancellation_reason', 500, { nullable: true }),
      versionColumn(),
    ],
    checks: [
      new TableCheck({ name: 'volunteer_events_status', expression: `status IN ('draft', 'published', 'cancelled')` }),
      new TableCheck({ name: 'volunteer_events_times', expression: 'starts_at < ends_at' }),
    ],
    indices: [new TableIndex({ name: 'volunteer_events_by_start', columnNames: ['starts_at', 'id'] })],
  });

const shifts = (): Table =>
  new Table({
    name: 'shifts',
    columns: [
      idColumn(),
      referenceColumn('event_id'),
      textColumn('role', 100),
      instantColumn('starts_at'),
      instantColumn('ends_at'),
      integerColumn('min_seats'),
      integerColumn('max_seats'),
      jsonColumn('required_skills'),
      integerColumn('confirmed_count'),
      integerColumn('waiting_count'),
      integerColumn('last_wait_number'),
      versionColumn(),
    ],
    checks: [
      new TableCheck({ name: 'shifts_times', expression: 'starts_at < ends_at' }),
      new TableCheck({ name: 'shifts_seats', expression: 'min_seats >= 1 AND min_seats <= max_seats' }),
      new TableCheck({
        name: 'shifts_taken',
        expression: 'confirmed_count >= 0 AND confirmed_count <= max_seats AND waiting_count >= 0',
      }),
    ],
    indices: [new TableIndex({ name: 'shifts_by_event', columnNames: ['event_id', 'starts_at', 'id'] })],
  });

const signUps = (): Table =>
  new Table({
    name: 'sign_ups',
    columns: [
      idColumn(),
      referenceColumn('shift_id'),
      referenceColumn('person_id'),
      instantColumn('starts_at'),
      instantColumn('ends_at'),
      textColumn('status', 20),
      integerColumn('wait_number'),
      textColumn('open_key', 73, { nullable: true }),
      instantColumn('signed_up_at'),
      instantColumn('ended_at', { nullable: true }),
      textColumn('end_reason', 40, { nullable: true }),
      versionColumn(),
    ],
    checks: [
      new TableCheck({
        name: 'sign_ups_status',
        expression: `status IN ('confirmed', 'waitlisted', 'withdrawn', 'cancelled')`,
      }),
    ],
    indices: [
      new TableIndex({ name: 'sign_ups_by_open_key', columnNames: ['open_key'], isUnique: true }),
      new TableIndex({ name: 'sign_ups_by_place', columnNames: ['shift_id', 'status', 'wait_number', 'id'] }),
      new TableIndex({ name: 'sign_ups_by_person', columnNames: ['person_id', 'starts_at', 'id'] }),
    ],
  });

export class CreateVolunteers1764000000000 implements MigrationInterface {
  readonly name = 'CreateVolunteers1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createServiceTables(queryRunner);
    for (const table of [volunteerProfiles(), volunteerEvents(), shifts(), signUps()]) {
      await createTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [signUps(), shifts(), volunteerEvents(), volunteerProfiles()]) {
      await queryRunner.dropTable(table, true);
    }
    await dropServiceTables(queryRunner);
  }
}
