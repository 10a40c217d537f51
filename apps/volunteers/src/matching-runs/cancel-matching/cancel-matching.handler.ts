import { Injectable } from '@nestjs/common';
import { Clock } from '@sanxian/shared/config';
import type { Language } from '@sanxian/shared/contracts';
import { UnitOfWork } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { describeMatchingRun } from '../describe-matching-run.js';
import { takeMatchingRun } from '../find-matching-run.js';
import type { MatchingRunResponse } from '../matching-run.dto.js';

@Injectable()
export class CancelMatching {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  handle(coordinator: Principal, id: string, language: Language): Promise<MatchingRunResponse> {
    return this.unitOfWork.run(async (tx) => {
      const run = await takeMatchingRun(tx, coordinator, id);
      if (run.isAhead) {
        run.stop(this.clock.now());
        await tx.update(run);
      }
      return describeMatchingRun(run, language);
    });
  }
}
