import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Apart from the account, so that a log-in does not move the identity version. */
@Entity('staff_credentials')
@Index('staff_credentials_username', ['username'], { unique: true })
export class StaffCredentials {
  @PrimaryColumn({ type: 'varchar', length: 36, name: 'account_id' })
  readonly accountId!: string;

  @Column({ type: 'varchar', length: 40 })
  readonly username!: string;

  @Column({ type: 'varchar', length: 200, name: 'password_hash' })
  readonly passwordHash!: string;

  @Column({ type: 'varchar', length: 300, name: 'sealed_totp_secret', nullable: true })
  readonly sealedTotpSecret!: string | null;

  /** The newest time step a code was accepted for: no code counts twice. */
  @Column({ type: 'integer', name: 'last_totp_step', nullable: true })
  readonly lastTotpStep!: number | null;
}
