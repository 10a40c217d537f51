import { Injectable } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReadDatabase } from '@sanxian/shared/persistence';
import type { Principal } from '@sanxian/shared/security';
import { describeMatchingRun } from '../describe-matching-run.js';
import { findMatchingRun } from '../find-matching-run.js';
import type { MatchingRunResponse } from '../matching-run.dto.js';

@Injectable()
export class ShowMatchingRun {
  constructor(private readonly reads: ReadDatabase) {}

  async handle(coordinator: Principal, id: string, language: Language): Promise<MatchingRunResponse> {
    return describeMatchingRun(await findMatchingRun(this.reads.manager, coordinator, id), language);
  }
}
