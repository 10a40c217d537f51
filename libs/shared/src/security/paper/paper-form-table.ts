import { createTable } from '../../persistence/create-table.js';
import { type QueryRunner, Table, TableIndex } from 'typeorm';
import { idColumn, instantColumn, referenceColumn, textColumn } from '../../persistence/migration-columns.js';

/** For the services in which staff enter what people signed. */
export async function createPaperFormTable(queryRunner: QueryRunner): Promise<void> {
  await createTable(
    queryRunner,
    new Table({
      name: 'paper_forms',
      columns: [
        idColumn(),
        referenceColumn('person_id'),
        textColumn('subject_type', 40),
        referenceColumn('subject_id'),
        textColumn('sealed_form', 400),
        referenceColumn('recorded_by'),
        instantColumn('recorded_at'),
      ],
      indices: [
        new TableIndex({ name: 'paper_forms_by_person', columnNames: ['person_id', 'recorded_at', 'id'] }),
        new TableIndex({ name: 'paper_forms_by_subject', columnNames: ['subject_type', 'subject_id'] }),
      ],
    }),
  );
}

export async function dropPaperFormTable(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.dropTable('paper_forms', true);
}
