import { IsISO8601, IsUUID, Matches } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

const stage = /^[A-Z][A-Z_]{0,39}$/;

/** A stem cell intent came to another stage; `WITHDRAWN` when the person took it back. Consumers pass over stages they do not know. */
@EventContract({
  type: 'donations.stem-cell-stage-changed.v1',
  topic: 'sanxian.donations',
  aggregate: 'stem-cell-intent',
})
export class StemCellStageChanged {
  static readonly example: Fields<StemCellStageChanged> = {
    intentId: '018f2d4e-7c1a-7000-8000-000000000021',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    previousStage: 'INTENT',
    stage: 'WITHDRAWN',
    changedBy: 'self',
    changedAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  intentId!: string;

  @IsUUID()
  personId!: string;

  @Matches(stage)
  previousStage!: string;

  @Matches(stage)
  stage!: string;

  /** Whose word it was: `self`, `staff`, or `consent-withdrawn`. */
  @Matches(/^[a-z][a-z-]{0,39}$/)
  changedBy!: string;

  @IsISO8601({ strict: true })
  changedAt!: string;
}
