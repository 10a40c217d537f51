import type { Purpose } from './purpose.js';

/** What every service that acts by consents says once it acts by a changed one. */
export interface ConsentApplied {
  readonly personId: string;
  readonly purpose: Purpose;
  readonly state: 'granted' | 'withdrawn';
  readonly identityVersion: number;
  readonly appliedAt: string;
}
