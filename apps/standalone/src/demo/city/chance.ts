import { createHash } from 'node:crypto';

/**
 * Repeatable chance: the same seed and purpose give the same course, whatever is drawn for other purposes. So one person
 * more, or one question more about a person, leaves everybody else as they were. For a demo, never for secrets.
 */
export class Chance {
  private drawn = 0;

  constructor(
    private readonly seed: number,
    private readonly purpose: string,
  ) {}

  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** @param share how often of 1 */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.integer(0, choices.length - 1)];
    if (choice === undefined) throw new Error(`Nothing to pick from for ${this.purpose}`);
    return choice;
  }

  /** @param choices each with its weight */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new Error(`Nothing to weigh for ${this.purpose}`);
  }

  shuffled<T>(items: readonly T[]): T[] {
    const places = new Map(items.map((item) => [item, this.next()]));
    return [...items].sort((a, b) => places.get(a)! - places.get(b)!);
  }

  /** From 0 up to, but without, 1. */
  private next(): number {
    this.drawn += 1;
    const drawn = createHash('sha256').update(`${this.seed}/${this.purpose}/${this.drawn}`).digest();
    return drawn.readUIntBE(0, 6) / 2 ** 48;
  }
}
