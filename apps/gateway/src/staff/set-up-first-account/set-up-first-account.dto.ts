import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';
import { usernameOf, usernameShape } from '../username.js';

export class SetUpFirstAccountRequest {
  /** From the set-up link. */
  @IsString()
  @Length(1, 200)
  token!: string;

  /** Small letters, digits, dot, dash and underscore. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? usernameOf(value) : value))
  @Matches(usernameShape)
  username!: string;

  /** Twelve characters or more; anything goes. */
  @IsString()
  @Length(12, 200)
  password!: string;
}
