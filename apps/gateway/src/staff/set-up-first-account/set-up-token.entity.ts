import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '@sanxian/shared/persistence';

@Entity('set_up_tokens')
export class SetUpToken {
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'token_hash' })
  readonly tokenHash!: string;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Date;

  @InstantColumn({ name: 'used_at', nullable: true })
  readonly usedAt!: Date | null;
}
