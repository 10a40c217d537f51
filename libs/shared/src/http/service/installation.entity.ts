import { Entity, PrimaryColumn } from 'typeorm';

/** Says what a database was filled with; without a row, with nothing but what people entered. */
@Entity('installations')
export class Installation {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  kind!: 'demo';
}
