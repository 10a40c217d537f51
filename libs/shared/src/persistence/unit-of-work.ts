import type { Transaction } from './transaction.js';

/** The only way to write: everything inside `run` commits together or not at all. */
export abstract class UnitOfWork {
  /**
   * Runs the work in one transaction and resolves after the commit is durable.
   * A `run` inside a `run` of the same unit of work joins it. The work may be run again when the database asks for it
   * (stale version, deadlock), so it must have no effect but through `tx`.
   * @throws NobodyWaits when its turn comes after the asker has gone
   */
  abstract run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
