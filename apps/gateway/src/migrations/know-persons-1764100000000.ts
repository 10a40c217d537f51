import { createPersonTables, dropPersonTables } from '@sanxian/shared/security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowPersons1764100000000 implements MigrationInterface {
  readonly name = 'KnowPersons1764100000000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createPersonTables(queryRunner);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropPersonTables(queryRunner);
  }
}
