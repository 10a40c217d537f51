import { IsString, Length } from 'class-validator';

export class DeadLetterResponse {
  /** @example 17 */
  number!: number;

  /**
   * The use case that could not handle the message.
   * @example "notifications/thank-donor-when-intent-registered"
   */
  consumer!: string;

  /**
   * The type of the event; null for what says none.
   * @example "donations.blood-intent-registered.v1"
   */
  type!: string | null;

  /**
   * The last error, without what may be somebody's data.
   * @example "Refusal: not-found"
   */
  error!: string;

  /** @example 10 */
  attempts!: number;

  heldAt!: Date;
}

/** What a use case could not handle and why, as `GET …/groups` counts them. */
export class DeadLetterGroupRequest {
  /** @example "notifications/thank-donor-when-intent-registered" */
  @IsString()
  @Length(1, 120)
  consumer!: string;

  /** @example "Refusal: not-found" */
  @IsString()
  @Length(1, 500)
  error!: string;
}

export class DeadLetterTryResponse {
  succeeds!: boolean;

  /** Why not; null when it succeeds. */
  error!: string | null;
}
