import { type StemCellIntentResponse } from '../stem-cell-intent.dto.js';

export class StemCellIntentsOfPersonResponse {
  /** The open one, or nothing. */
  items!: StemCellIntentResponse[];
}
