import { describe, expect, it } from '@jest/globals';
import {
  mayFollow,
  nextStages,
  stemCellExits,
  type StemCellStage,
  stemCellStages,
  stemCellSteps,
} from './stem-cell-stages.policy.js';

describe('stem cell stages', () => {
  it('are thirteen steps and five ways out', () => {
    expect([stemCellSteps.length, stemCellExits.length]).toEqual([13, 5]);
    expect(Object.keys(nextStages).toSorted()).toEqual([...stemCellStages].toSorted());
  });

  // Written out again by hand: the table under test must not be its own witness.
  it.each<[StemCellStage, StemCellStage | null]>([
    ['INTENT', 'CONSENT_SIGNED'],
    ['CONSENT_SIGNED', 'SAMPLED'],
    ['SAMPLED', 'HLA_TYPED'],
    ['HLA_TYPED', 'PRELIM_MATCH'],
    ['PRELIM_MATCH', 'RECONSENT'],
    ['RECONSENT', 'HIGH_RES_TYPING'],
    ['HIGH_RES_TYPING', 'MATCH_CONFIRMED'],
    ['MATCH_CONFIRMED', 'HEALTH_CHECK'],
    ['HEALTH_CHECK', 'DONATION_CONSENT'],
    ['DONATION_CONSENT', 'MOBILISATION'],
    ['MOBILISATION', 'COLLECTION'],
    ['COLLECTION', 'FOLLOW_UP'],
    ['FOLLOW_UP', null],
  ])('after %s comes %s or a way out, and nothing else', (stage, next) => {
    const allowed = stemCellStages.filter((candidate) => mayFollow(stage, candidate));
    expect(allowed).toEqual([
      ...(next ? [next] : []),
      'WITHDRAWN',
      'DEFERRED',
      'MEDICALLY_EXCLUDED',
      'UNREACHABLE',
      'AGED_OUT',
    ]);
  });

  it.each(['DEFERRED', 'MEDICALLY_EXCLUDED', 'UNREACHABLE', 'AGED_OUT'] as const)(
    'after %s withdrawing stays possible, and nothing else',
    (exit) => expect(stemCellStages.filter((candidate) => mayFollow(exit, candidate))).toEqual(['WITHDRAWN']),
  );

  it('ends for good with a withdrawal', () => {
    expect(stemCellStages.filter((candidate) => mayFollow('WITHDRAWN', candidate))).toEqual([]);
  });
});
