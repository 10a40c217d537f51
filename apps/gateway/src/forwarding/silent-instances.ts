const restMilliseconds = 5_000;

/**
 * Instances that let a request wait for all of its time: frozen, or cut off with the connection still standing. Others are asked
 * before them, and after a rest one request tries.
 */
export class SilentInstances {
  private readonly restingUntil = new Map<string, number>();

  fellSilent(origin: string): void {
    this.restingUntil.set(origin, performance.now() + restMilliseconds);
  }

  answered(origin: string): void {
    this.restingUntil.delete(origin);
  }

  /**
   * @param origins in the order in which they would be asked
   * @returns the same, those that rest last; one whose rest is over comes first, this once
   */
  last(origins: readonly string[]): readonly string[] {
    const now = performance.now();
    const rested = origins.find((origin) => (this.restingUntil.get(origin) ?? now) < now);
    // Until it has answered, nobody else is made to wait for it.
    if (rested !== undefined) this.fellSilent(rested);
    const place = (origin: string) => (origin === rested ? 0 : this.restingUntil.has(origin) ? 2 : 1);
    return origins.toSorted((one, other) => place(one) - place(other));
  }
}
