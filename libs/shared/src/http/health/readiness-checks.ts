/** Looks at one thing this process cannot work without; returns the reason when it is not there. Never personal data. */
export interface ReadinessCheck {
  readonly name: string;
  reason(): Promise<string | undefined> | string | undefined;
}

export interface NotReady {
  readonly name: string;
  readonly reason: string;
}

/** All checks of the process; the composition root fills it. */
export class ReadinessChecks {
  constructor(
    private readonly checks: readonly ReadinessCheck[],
    private readonly patienceMilliseconds = 2_000,
  ) {}

  /** What keeps the process from working now; empty when it is ready. */
  async failing(): Promise<NotReady[]> {
    const reasons = await Promise.all(this.checks.map((check) => this.ask(check)));
    return this.checks.flatMap(({ name }, index) => {
      const reason = reasons[index];
      return reason === undefined ? [] : [{ name, reason }];
    });
  }

  private async ask(check: ReadinessCheck): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('no answer in time'), this.patienceMilliseconds);
    });
    try {
      return await Promise.race([check.reason(), tooLong]);
    } catch (error) {
      return error instanceof Error ? error.name : 'failed';
    } finally {
      clearTimeout(timer);
    }
  }
}
