import { IsPhone } from '@sanxian/shared/http';

export class SendOneTimeCodeRequest {
  /** Mobile number that receives the code. */
  @IsPhone()
  phone!: string;
}

/** The same for known and unknown numbers. */
export class OneTimeCodeSentResponse {
  /** Goes back together with the code. */
  challengeId!: string;

  /** Until when the code works. */
  expiresAt!: string;

  /** From when on another code may be asked for. */
  resendAfter!: string;
}
