import { IsOptional, IsString, Length } from 'class-validator';

export class RefreshSessionRequest {
  /**
   * Browsers leave it out: theirs is in the cookie.
   * @example pX4nXnB0vUJ3rJb1o2l5Yw
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  refreshToken?: string;
}
