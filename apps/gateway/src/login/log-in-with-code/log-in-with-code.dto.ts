import { IsUUID, Matches } from 'class-validator';

export class LogInWithCodeRequest {
  /** As answered when the code was sent. */
  @IsUUID()
  challengeId!: string;

  /**
   * The six digits of the text message.
   * @example '492039'
   */
  @Matches(/^\d{6}$/)
  code!: string;
}
