import { driverErrorOf, isConnectionLoss } from '../database-unavailable.js';
import { isDuplicateKey } from '../duplicate-key.js';
import { StaleVersion } from '../transaction.js';

const lockWaitTimeout = 1205;
const deadlock = 1213;

/** Somebody held a row for longer than this session waits. Only the statement has failed, the transaction goes on. */
export const isLockWaitTimeout = (error: unknown): boolean => driverErrorOf(error).errno === lockWaitTimeout;

/** The transaction is gone, rolled back by the server: what follows on the connection would be outside of it. */
export const hasEndedTransaction = (error: unknown): boolean =>
  driverErrorOf(error).errno === deadlock || isConnectionLoss(error);

/**
 * Whether the same work may well succeed when it is run again from its start: two stood in each other's way, or both
 * found nothing and inserted the same first row, or the connection went away.
 */
export const isWorthAnotherRun = (error: unknown): boolean =>
  error instanceof StaleVersion ||
  isDuplicateKey(error) ||
  [lockWaitTimeout, deadlock].includes(Number(driverErrorOf(error).errno)) ||
  isConnectionLoss(error);
