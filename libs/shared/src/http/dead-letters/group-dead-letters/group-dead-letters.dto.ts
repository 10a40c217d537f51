export class DeadLetterGroupResponse {
  /** @example "notifications/thank-donor-when-intent-registered" */
  consumer!: string;

  /** @example "Refusal: not-found" */
  error!: string;

  /** @example 12 */
  count!: number;

  oldestHeldAt!: Date;
}

export class DeadLetterGroupsResponse {
  /** Largest first. */
  items!: DeadLetterGroupResponse[];
}
