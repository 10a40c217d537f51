export class DeadLetterGroupReplayResponse {
  /**
   * How many were put back in line: 500 at most, a fifth of a second apart. What fails again comes back.
   * @example 12
   */
  replaying!: number;

  /**
   * How many of the group are left for another call.
   * @example 0
   */
  left!: number;
}
