import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, ReferenceColumn } from '@sanxian/shared/persistence';

/** Every refresh token of a session, used ones too: only so can a used one be recognised when it comes again. */
@Entity('refresh_tokens')
@Index('refresh_tokens_expiry', ['expiresAt'])
export class RefreshToken {
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'token_hash' })
  readonly tokenHash!: string;

  @ReferenceColumn({ name: 'session_id' })
  readonly sessionId!: string;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Date;

  @InstantColumn({ name: 'rotated_at', nullable: true })
  readonly rotatedAt!: Date | null;
}
