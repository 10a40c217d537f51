import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from './columns.js';

@Entity('leases')
export class LeaseRow {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'varchar', length: 100 })
  owner!: string;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: Date;
}
