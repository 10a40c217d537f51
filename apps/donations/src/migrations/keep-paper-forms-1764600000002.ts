import { createPaperFormTable, dropPaperFormTable } from '@sanxian/shared/security';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepPaperForms1764600000002 implements MigrationInterface {
  readonly name = 'KeepPaperForms1764600000002';

  up(queryRunner: QueryRunner): Promise<void> {
    return createPaperFormTable(queryRunner);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropPaperFormTable(queryRunner);
  }
}
