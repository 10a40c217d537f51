import { Column, Entity } from 'typeorm';
import { IdColumn, ReferenceColumn } from '@sanxian/shared/persistence';

/** One organisation in the tree of the society: the city, its counties, their townships. */
@Entity('branches')
export class Branch {
  @IdColumn()
  readonly id!: string;

  @Column({ type: 'varchar', length: 100 })
  readonly name!: string;

  @ReferenceColumn({ name: 'parent_id', nullable: true })
  readonly parentId!: string | null;
}
