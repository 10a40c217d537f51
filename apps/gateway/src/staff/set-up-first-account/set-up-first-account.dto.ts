import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';
import { usernameOf, usernameShape } from '../username.js';

export class SetUpFirstAccountRequest {
  /**
   * From the set-up link.
   * @example Jk3sV0m7h2
   */
  @IsString()
  @Length(1, 200)
  token!: string;

  /**
   * Small letters, digits, dot, dash and underscore.
   * @example admin.lishui
   */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? usernameOf(value) : value))
  @Matches(usernameShape)
  username!: string;

  /**
   * Twelve characters or more; anything goes.
   * @example correct-horse-battery-staple
   */
  @IsString()
  @Length(12, 200)
  password!: string;
}
