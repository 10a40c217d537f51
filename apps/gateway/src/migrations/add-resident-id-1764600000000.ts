import { addIndex, addNullableColumn, dropAddedColumn, dropAddedIndex, textColumn } from '@sanxian/shared/persistence';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const index = 'profiles_resident_id';

export class AddResidentId1764600000000 implements MigrationInterface {
  readonly name = 'AddResidentId1764600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await addNullableColumn(queryRunner, 'profiles', textColumn('resident_id_index', 64, { nullable: true }));
    await addIndex(queryRunner, 'profiles', new TableIndex({ name: index, columnNames: ['resident_id_index'] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropAddedIndex(queryRunner, 'profiles', index);
    await dropAddedColumn(queryRunner, 'profiles', 'resident_id_index');
  }
}
