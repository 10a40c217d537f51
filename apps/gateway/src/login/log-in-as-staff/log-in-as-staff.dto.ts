import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class LogInAsStaffRequest {
  /** @example coordinator.liandu */
  @IsString()
  @Length(1, 100)
  username!: string;

  /** @example correct-horse-battery-staple */
  @IsString()
  @Length(1, 200)
  password!: string;

  /**
   * Six digits of the authenticator, for accounts that use one.
   * @example '492039'
   */
  @IsOptional()
  @Matches(/^\d{6}$/)
  totp?: string;
}
