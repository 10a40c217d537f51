import { IsISO8601, IsInt, IsUUID, Min } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A person recorded what they decided about their organs. What it was is told to nobody: giving, refusing and taking back look alike. */
@EventContract({
  type: 'donations.organ-decision-recorded.v1',
  topic: 'sanxian.donations',
  aggregate: 'organ-record',
})
export class OrganDecisionRecorded {
  static readonly example: Fields<OrganDecisionRecorded> = {
    decisionId: '018f2d4e-7c1a-7000-8000-000000000031',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    version: 1,
    recordedAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  decisionId!: string;

  /** Also the id of the aggregate: the decisions of one person come in order. */
  @IsUUID()
  personId!: string;

  /** Which of the person's decisions it is, counted from 1. The newest counts. */
  @IsInt()
  @Min(1)
  version!: number;

  @IsISO8601({ strict: true })
  recordedAt!: string;
}
