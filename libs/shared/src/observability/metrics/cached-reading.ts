export interface ReadingLimits {
  /** How long a value is given out again before it is read anew. */
  readonly freshMilliseconds: number;
  /** How long a scrape waits for it. */
  readonly patienceMilliseconds: number;
}

/** A value that costs something to read: never read twice at a time, not more often than needed, not waited for long. */
export class CachedReading<T> {
  private reading: Promise<T> | undefined;
  private value: T | undefined;
  private readAt = -Infinity;

  constructor(
    private readonly read: () => Promise<T>,
    private readonly limits: ReadingLimits,
  ) {}

  /** The value; undefined when it cannot be had in time. */
  async current(): Promise<T | undefined> {
    if (performance.now() - this.readAt < this.limits.freshMilliseconds) return this.value;
    // A read that outlived an earlier scrape is waited for again, not started again.
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.limits.patienceMilliseconds);
    });
    try {
      this.value = await Promise.race([this.reading, tooLong]);
    } catch {
      this.value = undefined;
    } finally {
      clearTimeout(timer);
    }
    this.readAt = performance.now();
    return this.value;
  }
}
