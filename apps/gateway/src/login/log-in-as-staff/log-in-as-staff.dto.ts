import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class LogInAsStaffRequest {
  @IsString()
  @Length(1, 100)
  username!: string;

  @IsString()
  @Length(1, 200)
  password!: string;

  /** Six digits of the authenticator, for accounts that use one. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  totp?: string;
}
