import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { StemCellIntent } from '../stem-cell-intent.entity.js';
import { withdrawFromRegistry } from '../withdraw-from-registry.js';

export interface WithdrawStemCellIntentCommand {
  readonly personId: string;
  readonly recordedBy: 'self' | 'staff';
  readonly id: string;
  /** The version the client last saw; undefined when any will do. */
  readonly expected: number | undefined;
}

@Injectable()
export class WithdrawStemCellIntent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle({ personId, recordedBy, id, expected }: WithdrawStemCellIntentCommand): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const intent = await tx.find(StemCellIntent, { id, personId });
      if (!intent) throw new Refusal(commonProblems['not-found']);
      assertExpected(intent, expected);
      await withdrawFromRegistry(tx, intent, recordedBy, this.clock.now());
    });
  }
}
