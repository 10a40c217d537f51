import type { Language } from '@sanxian/shared/contracts';
import { emptySeatsText, relaxationText } from '../matching/explanation-texts.js';
import type { EmptyShift } from '../matching/propose.js';
import type { EmptySeatsResponse, MatchingRunResponse, MatchingRunSummary } from './matching-run.dto.js';
import type { MatchingRun } from './matching-run.entity.js';

export function summarizeMatchingRun(run: MatchingRun): MatchingRunSummary {
  const { id, status, progress, eventIds, basedOn, requestedAt, endedAt, confirmedAt, version } = run;
  return { id, status, progress, eventIds, basedOn, requestedAt, endedAt, confirmedAt, version };
}

export function describeMatchingRun(run: MatchingRun, language: Language): MatchingRunResponse {
  const { outcome } = run;
  return {
    ...summarizeMatchingRun(run),
    levels: outcome && [...outcome.levels],
    bounds: outcome && [...outcome.bounds],
    proposals: outcome && [...outcome.proposals],
    emptySeats: outcome && outcome.emptySeats.map((empty) => describeEmptySeats(empty, language)),
    volunteers: outcome && outcome.volunteers,
  };
}

const describeEmptySeats = (empty: EmptyShift, language: Language): EmptySeatsResponse => ({
  ...empty,
  text: emptySeatsText(empty, language),
  elsewhere: [...empty.elsewhere],
  relaxations: empty.relaxations.map((relaxation) => ({ ...relaxation, text: relaxationText(relaxation, language) })),
});
