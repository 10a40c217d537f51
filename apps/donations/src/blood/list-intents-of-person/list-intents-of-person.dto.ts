import { type BloodIntentOfPersonResponse } from '../blood-intent-of-person.dto.js';

export class BloodIntentOfPersonPage {
  items!: BloodIntentOfPersonResponse[];

  nextAfter!: string | null;
}
