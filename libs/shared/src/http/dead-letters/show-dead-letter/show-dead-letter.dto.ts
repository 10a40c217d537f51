import { Documented } from '../../open-api/documented.js';
import { DeadLetterResponse } from '../dead-letter.dto.js';

export class DeadLetterDetailsResponse extends DeadLetterResponse {
  /** @example "sanxian.donations" */
  topic!: string;

  /** The aggregate whose messages wait behind this one. */
  key!: string;

  /** Where it lies in the log. */
  position!: string;

  /** Masked: of what is no id, date or code, the length. */
  @Documented({ type: 'object', additionalProperties: { type: 'string' } })
  headers!: Record<string, string>;

  /** Masked in the same way. */
  @Documented({})
  body!: unknown;

  /** How many later messages of the key wait for this one. */
  followers!: number;
}
