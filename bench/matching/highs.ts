import highsModule from 'highs';
import { unevenness } from '../../apps/volunteers/src/matching/engine/levels.js';
import type { MatchingInstance } from '../../apps/volunteers/src/matching/engine/instance.js';
import type { PairTable } from '../../apps/volunteers/src/matching/engine/pair-table.js';

// Its types are those of the CommonJS build; what is loaded is an ES module, whose default is the loader.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Text of that many characters is more than the solver's memory takes. */
const longest = 150_000_000;

/**
 * The same plan by HiGHS, one shift a person: three linear programs, each with what the ones before came to as a constraint.
 * @returns undefined where it does not finish
 */
export async function solveByHighs(
  instance: MatchingInstance,
  pairs: PairTable,
  secondsEach: number,
): Promise<number[] | undefined> {
  const program = new Program(instance, pairs);
  const levels: number[] = [];
  for (const objective of program.objectives()) {
    const text = program.text(objective, levels);
    if (text.length > longest) return undefined;
    // A solver of its own each time: its memory only grows.
    const highs = await loadHighs();
    const solution = highs.solve(text, { time_limit: secondsEach, output_flag: false });
    if (solution.Status !== 'Optimal') return undefined;
    levels.push(Math.round(solution.ObjectiveValue));
  }
  return levels;
}

/** For the usual three levels. */
class Program {
  private readonly minimums: string[];
  private readonly rest: string[];
  private readonly soft: string[];

  constructor(
    private readonly instance: MatchingInstance,
    private readonly pairs: PairTable,
  ) {
    const { slots, shifts, events, volunteers, fairnessUnit } = instance;
    const terms = (weight: (slot: number) => number, name: string) =>
      [...slots.keys()].filter((slot) => weight(slot) !== 0).map((slot) => `${weight(slot)} ${name}${slot}`);
    this.minimums = terms((slot) => events[shifts[slots[slot]!.shift]!.event]!.priority, 'm');
    this.rest = terms(() => 1, 'r');
    const { score = 0, fairness = 0, stability = 0 } = instance.levels[2] ?? {};
    this.soft = Array.from(pairs.slot, (slot, pair) => {
      const { start, end } = shifts[slots[slot]!.shift]!;
      const cost = unevenness(volunteers[pairs.volunteer[pair]!]!.served, end - start, fairnessUnit);
      return `${score * pairs.score[pair]! + fairness * cost + stability * pairs.kept[pair]!} x${pair}`;
    });
  }

  objectives(): string[][] {
    return [this.minimums, this.rest, this.soft];
  }

  /** In the LP format. Signs are part of the numbers: `+ -3 x` is read. */
  text(objective: readonly string[], reached: readonly number[]): string {
    const { instance, pairs } = this;
    const sum = (terms: readonly string[]) => terms.join('\n + ').replaceAll('+ -', '- ') || '0 x0';
    const lines = ['Maximize', ` obj: ${sum(objective)}`, 'Subject To'];
    for (const [level, value] of reached.entries())
      lines.push(` l${level}: ${sum(this.objectives()[level]!)} >= ${value}`);
    const bySlot: string[][] = instance.slots.map(() => []);
    for (let volunteer = 0; volunteer + 1 < pairs.first.length; volunteer += 1) {
      const own: string[] = [];
      for (let pair = pairs.first[volunteer]!; pair < pairs.first[volunteer + 1]!; pair += 1) {
        own.push(`x${pair}`);
        bySlot[pairs.slot[pair]!]!.push(`x${pair}`);
      }
      if (own.length > 0) lines.push(` v${volunteer}: ${sum(own)} <= 1`);
    }
    for (let pair = pairs.locked; pair < pairs.slot.length; pair += 1) bySlot[pairs.slot[pair]!]!.push(`x${pair}`);
    for (const [slot, own] of bySlot.entries())
      lines.push(` s${slot}: ${sum([...own, `-1 m${slot}`, `-1 r${slot}`])} = 0`);
    lines.push('Bounds');
    for (const [slot, { min, max }] of instance.slots.entries()) {
      lines.push(` 0 <= m${slot} <= ${min}`, ` 0 <= r${slot} <= ${Math.max(0, max - min)}`);
    }
    for (let pair = 0; pair < pairs.slot.length; pair += 1)
      lines.push(` ${pair < pairs.locked ? 0 : 1} <= x${pair} <= 1`);
    lines.push('End');
    return lines.join('\n');
  }
}
