import type { Transaction } from '@sanxian/shared/persistence';
import type { StemCellIntent, StemCellStageAuthor } from './stem-cell-intent.entity.js';
import { StemCellStageChange } from './stem-cell-stage-change.entity.js';

/** Withdraws an intent with its line of history and its fact, in one transaction. Of one that is withdrawn already nothing changes. */
export async function withdrawFromRegistry(
  tx: Transaction,
  intent: StemCellIntent,
  by: StemCellStageAuthor,
  now: Date,
): Promise<void> {
  const changes = intent.withdraw(by, now);
  if (changes.length === 0) return;
  await tx.update(intent);
  await tx.manager.insert(StemCellStageChange, StemCellStageChange.of(intent, by, now));
  await tx.emit(intent, ...changes);
}
