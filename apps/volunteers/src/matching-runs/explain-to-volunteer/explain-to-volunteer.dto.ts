export class WhyNotResponse {
  shiftId!: string;

  /**
   * The first rule that says no, or `seats-taken`.
   * @example not-available
   */
  code!: string;

  /**
   * The same in the reader's language.
   * @example 该时段没有空闲
   */
  text!: string;
}

export class VolunteerExplanation {
  personId!: string;

  /** Shifts that the plan gives them. */
  proposedShiftIds!: string[];

  /** For every other shift of the run, as things are now. */
  notChosen!: WhyNotResponse[];
}
