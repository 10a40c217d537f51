import type { SignUpResponse } from '../sign-up.dto.js';

export class MyShiftPage {
  /** What is still to come, the next one first; then what is over, the last one first. */
  items!: SignUpResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
