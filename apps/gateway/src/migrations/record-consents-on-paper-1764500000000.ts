import { addNullableColumn, changeCheck, dropAddedColumn, referenceColumn } from '@sanxian/shared/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const online = "channel IN ('online')";
const onlineOrPaper = "channel IN ('online', 'paper')";

export class RecordConsentsOnPaper1764500000000 implements MigrationInterface {
  readonly name = 'RecordConsentsOnPaper1764500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const change = { name: 'consent_entries_channel', from: online, to: onlineOrPaper };
    await changeCheck(queryRunner, 'consent_entries', change);
    await addNullableColumn(queryRunner, 'consent_entries', referenceColumn('recorded_by', { nullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropAddedColumn(queryRunner, 'consent_entries', 'recorded_by');
    const change = { name: 'consent_entries_channel', from: onlineOrPaper, to: online };
    await changeCheck(queryRunner, 'consent_entries', change);
  }
}
