/** One intent to give blood, as the workload believes it to be. */
export interface IntentRecord {
  readonly id: string;
  withdrawn: boolean;
}

/** One sign-up, as the workload believes it to be. */
export interface SignUpRecord {
  readonly id: string;
  readonly shiftId: string;
  readonly firstStatus: 'confirmed' | 'waitlisted';
  /** When it was first sent and when it was acknowledged, in milliseconds on one clock: it happened in between. */
  readonly sentAt: number;
  readonly acknowledgedAt: number;
  withdrawn: boolean;
}

/** Everything the server has acknowledged to one person. */
export class PersonHistory {
  readonly intents: IntentRecord[] = [];
  readonly signUps: SignUpRecord[] = [];
  photoConsent: 'not-asked' | 'granted' | 'withdrawn' = 'not-asked';
  displayName = '';

  constructor(
    readonly personId: string,
    readonly phone: string,
  ) {}
}
