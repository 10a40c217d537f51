import type { Transaction } from '../../persistence/transaction.js';

/** What a handler gets beside the event: its transaction, and where the event stands in the life of its aggregate. */
export interface EventContext {
  /** Shared with the inbox row: the effect and the memory of it commit together. */
  readonly tx: Transaction;
  readonly eventId: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  /** Counts the events of one change from 0. */
  readonly sequence: number;
  readonly occurredAt: Date;
}
