import type { BloodIntentResponse } from '../../blood/blood-intent.dto.js';

export class MyDonations {
  /** Newest first; beyond 100 the list of intents goes on. */
  bloodIntents!: BloodIntentResponse[];
}
