export interface BenchOptions {
  /** Of one measurement. */
  readonly seconds: number;
  /** How often ours and the reference take turns. */
  readonly rounds: number;
  /** Variables that make a server keep a profile of itself; empty for none. */
  readonly profile: Readonly<Record<string, string>>;
}
