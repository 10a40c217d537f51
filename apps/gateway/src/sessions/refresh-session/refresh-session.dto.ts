import { IsOptional, IsString, Length } from 'class-validator';

export class RefreshSessionRequest {
  /** Browsers leave it out: theirs is in the cookie. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  refreshToken?: string;
}
