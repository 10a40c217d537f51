import type { MatchingInstance } from './instance.js';
import { compareLevels, firstDifference, levelsOf, seatLevels, weighed } from './levels.js';
import type { PairTable } from './pair-table.js';
import type { Random } from './random.js';
import type { Roster } from './roster.js';
import { RosterMoves } from './roster-moves.js';
import { softWeights, type SoftWeights } from './soft-weights.js';

const { exp } = Math;

/** Moves: the same number with the same random numbers makes the same plan, on every machine. Or the share of some time that is over. */
export type Budget = { readonly moves: number } | { readonly spent: () => number };

export interface AnnealOptions {
  readonly random: Random;
  readonly budget: Budget;
  /** Asked every 512 moves with the share of the budget that is used up; ends the search early. */
  readonly isOver: (done: number) => boolean;
  /** Levels that no plan exceeds: nothing is left to look for once they are reached. */
  readonly limit: readonly number[];
}

interface Phase {
  /** Of the budget. */
  readonly share: number;
  /** Temperatures at start and end, in usual changes of a move: see `softWeights`. */
  readonly from: number;
  readonly to: number;
  /** Starts from the best plan, and gives up no seat of it. */
  readonly keepsSeats: boolean;
}

// Found by trial on the instances of test/matching: at `hot` a seat beyond the minimum comes and goes, from `warm` on it stays.
const hot = 1.5;
const warm = 0.25;
const cold = 0.005;
// How far levels are apart (see `softWeights`): somewhere between these two at the start of a round, so that rounds differ in what they
// trade, and far enough in the end.
const loosest = 0.6;
const looseSpan = 4;
const strict = 4;
/** Of the first round, which shows how fast it goes. */
const firstShare = 0.08;
/** Of the last phase, for the right people in the best seats. */
const lastShare = 0.12;
/** In each further round. */
const movesPerPair = 200;
const askEvery = 512;

/**
 * Makes a plan better by simulated annealing: changes it somewhere, keeps what is better, and what is worse the more seldom, the worse it
 * is and the later. Looks for seats first, whoever sits in them, then for the right people in them. The roster ends as the best plan seen.
 */
export function anneal(instance: MatchingInstance, pairs: PairTable, roster: Roster, options: AnnealOptions): void {
  if (pairs.locked === 0) return;
  new Search(instance, pairs, roster, options).run();
}

class Search {
  private readonly moves: RosterMoves;
  private readonly seats: number;
  private soft: SoftWeights;
  /** Of the roster. */
  private value: number;
  private best: { levels: number[]; held: Int32Array };
  /** Whether the roster is the best plan, not kept elsewhere yet. */
  private isBest = false;
  private moved = 0;
  private loose = 1;
  /** Share of the budget at which the phase begins. */
  private begin = 0;

  constructor(
    private readonly instance: MatchingInstance,
    private readonly pairs: PairTable,
    private readonly roster: Roster,
    private readonly options: AnnealOptions,
  ) {
    this.moves = new RosterMoves(instance, pairs, roster, options.random);
    this.seats = seatLevels(instance);
    this.soft = softWeights(instance, this.seats, strict);
    this.value = weighed(this.soft.weights, roster);
    this.best = { levels: levelsOf(instance, roster), held: roster.snapshot() };
  }

  run(): void {
    let goesOn = this.round(firstShare);
    const rounds = Math.max(1, Math.round((this.moved * (1 / firstShare - 1)) / (movesPerPair * this.pairs.locked)));
    const share = (1 - firstShare - lastShare) / rounds;
    for (let round = 1; goesOn && round <= rounds; round += 1) goesOn = this.round(share);
    if (goesOn) this.runPhase({ share: lastShare, from: warm, to: cold, keepsSeats: true });
    this.goToBest();
  }

  private round(share: number): boolean {
    this.loose = loosest * looseSpan ** this.options.random();
    return (
      this.runPhase({ share: share / 2, from: hot, to: warm, keepsSeats: false }) &&
      this.runPhase({ share: share / 2, from: warm, to: cold, keepsSeats: true })
    );
  }

  /** @returns false when the search is over */
  private runPhase({ share, from, to, keepsSeats }: Phase): boolean {
    if (keepsSeats) {
      this.weigh(strict);
      this.goToBest();
    }
    for (;;) {
      const done = this.done();
      if (this.options.isOver(done) || this.isSolved()) return false;
      const inPhase = (done - this.begin) / share;
      if (inPhase >= 1) break;
      if (!keepsSeats) this.weigh(this.loose * (strict / this.loose) ** inPhase);
      const temperature = this.soft.usualChange * from * (to / from) ** inPhase;
      for (let move = 0; move < askEvery; move += 1) this.step(temperature, keepsSeats);
      this.moved += askEvery;
    }
    this.begin += share;
    return true;
  }

  private weigh(above: number): void {
    this.soft = softWeights(this.instance, this.seats, above);
    this.value = weighed(this.soft.weights, this.roster);
  }

  private done(): number {
    const { budget } = this.options;
    return 'moves' in budget ? this.moved / budget.moves : budget.spent();
  }

  private isSolved(): boolean {
    return (
      this.options.limit.length === this.best.levels.length && compareLevels(this.best.levels, this.options.limit) >= 0
    );
  }

  private step(temperature: number, keepsSeats: boolean): void {
    const { roster, best } = this;
    const isChanged = this.moves.move();
    const value = weighed(this.soft.weights, roster);
    const loss = this.value - value;
    if (!isChanged || (loss > 0 && this.options.random() >= exp(-loss / temperature))) return roster.takeBack();
    const levels = levelsOf(this.instance, roster);
    if (keepsSeats && this.losesSeats(levels)) return roster.takeBack();
    const comparison = compareLevels(levels, best.levels);
    if (comparison < 0 && this.isBest) {
      // The best plan is kept before it is left; the move that would leave it is not made.
      roster.takeBack();
      best.held = roster.snapshot();
      this.isBest = false;
      return;
    }
    if (comparison > 0) {
      best.levels = levels;
      this.isBest = true;
    }
    this.value = value;
    roster.keep();
  }

  private losesSeats(levels: readonly number[]): boolean {
    const level = firstDifference(levels, this.best.levels);
    return level >= 0 && level < this.seats && levels[level]! < this.best.levels[level]!;
  }

  private goToBest(): void {
    if (!this.isBest) this.roster.restore(this.best.held);
    this.value = weighed(this.soft.weights, this.roster);
    this.isBest = true;
  }
}
