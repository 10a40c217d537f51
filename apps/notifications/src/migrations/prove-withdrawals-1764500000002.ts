import { addIndex, createTable, dropAddedIndex, integerColumn, textColumn } from '@sanxian/shared/persistence';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

export class ProveWithdrawals1764500000002 implements MigrationInterface {
  readonly name = 'ProveWithdrawals1764500000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(
      queryRunner,
      new Table({
        name: 'pending_withdrawals',
        columns: [
          { ...textColumn('person_id', 36), isPrimary: true },
          { ...textColumn('purpose', 40), isPrimary: true },
          integerColumn('identity_version'),
        ],
      }),
    );
    await addIndex(
      queryRunner,
      'text_messages',
      new TableIndex({ name: 'text_messages_by_person', columnNames: ['person_id', 'status'] }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropAddedIndex(queryRunner, 'text_messages', 'text_messages_by_person');
    await queryRunner.dropTable('pending_withdrawals', true);
  }
}
