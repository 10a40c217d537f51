import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import { Refusal } from '@sanxian/shared/contracts';
import { assertExpected, commonProblems } from '@sanxian/shared/http';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { BloodIntent } from '../blood-intent.entity.js';

@Injectable()
export class WithdrawIntent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(personId: string, id: string, expected: number | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const intent = await tx.find(BloodIntent, { id, personId });
      if (!intent) throw new Refusal(commonProblems['not-found']);
      assertExpected(intent, expected);
      const withdrawn = intent.withdraw(this.clock.now());
      if (withdrawn.length === 0) return;
      await tx.update(intent);
      await tx.emit(intent, ...withdrawn);
    });
  }
}
