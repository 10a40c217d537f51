import {
  createTable,
  idColumn,
  instantColumn,
  referenceColumn,
  textColumn,
  versionColumn,
} from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

const grantedSkills = (): Table =>
  new Table({
    name: 'granted_skills',
    columns: [
      idColumn(),
      referenceColumn('profile_id'),
      referenceColumn('person_id'),
      textColumn('skill', 40),
      textColumn('issued_on', 10),
      textColumn('expires_on', 10, { nullable: true }),
      textColumn('sealed_certificate_number', 500, { nullable: true }),
      referenceColumn('granted_by'),
      instantColumn('granted_at'),
      instantColumn('expired_at', { nullable: true }),
      versionColumn(),
    ],
    indices: [
      new TableIndex({
        name: 'granted_skills_by_person',
        columnNames: ['person_id', 'skill', 'issued_on'],
        isUnique: true,
      }),
      new TableIndex({ name: 'granted_skills_by_expiry', columnNames: ['expired_at', 'expires_on', 'id'] }),
    ],
  });

export class CreateGrantedSkills1764200001000 implements MigrationInterface {
  readonly name = 'CreateGrantedSkills1764200001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, grantedSkills());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(grantedSkills(), true);
  }
}
