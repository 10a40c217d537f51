import type { BloodIntentResponse } from './blood-intent.dto.js';
import type { BloodIntentOfPersonResponse } from './blood-intent-of-person.dto.js';

export function describeIntentOfPerson(intent: BloodIntentResponse): BloodIntentOfPersonResponse {
  const { id, status, product, volumeMl, area, preferredDays, registeredAt, withdrawnAt, version } = intent;
  return { id, status, product, volumeMl, area, preferredDays, registeredAt, withdrawnAt, version };
}
