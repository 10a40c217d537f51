/** The way of a stem cell donor, step by step (中华骨髓库). Tissue types are no part of it: the registry keeps them. */
export const stemCellSteps = [
  'INTENT',
  'CONSENT_SIGNED',
  'SAMPLED',
  'HLA_TYPED',
  'PRELIM_MATCH',
  'RECONSENT',
  'HIGH_RES_TYPING',
  'MATCH_CONFIRMED',
  'HEALTH_CHECK',
  'DONATION_CONSENT',
  'MOBILISATION',
  'COLLECTION',
  'FOLLOW_UP',
] as const;

/** Where the way may end before its time, from every step. */
export const stemCellExits = ['WITHDRAWN', 'DEFERRED', 'MEDICALLY_EXCLUDED', 'UNREACHABLE', 'AGED_OUT'] as const;

export const stemCellStages = [...stemCellSteps, ...stemCellExits] as const;
export type StemCellStage = (typeof stemCellStages)[number];

/**
 * Which stages may follow each. No step is skipped, since each stands for something the person was asked or went through.
 * Withdrawal is open from everywhere, after another exit too (人类遗传资源管理条例 Art. 12: unconditional exit).
 */
export const nextStages: Readonly<Record<StemCellStage, readonly StemCellStage[]>> = {
  INTENT: ['CONSENT_SIGNED', ...stemCellExits],
  CONSENT_SIGNED: ['SAMPLED', ...stemCellExits],
  SAMPLED: ['HLA_TYPED', ...stemCellExits],
  HLA_TYPED: ['PRELIM_MATCH', ...stemCellExits],
  PRELIM_MATCH: ['RECONSENT', ...stemCellExits],
  RECONSENT: ['HIGH_RES_TYPING', ...stemCellExits],
  HIGH_RES_TYPING: ['MATCH_CONFIRMED', ...stemCellExits],
  MATCH_CONFIRMED: ['HEALTH_CHECK', ...stemCellExits],
  HEALTH_CHECK: ['DONATION_CONSENT', ...stemCellExits],
  DONATION_CONSENT: ['MOBILISATION', ...stemCellExits],
  MOBILISATION: ['COLLECTION', ...stemCellExits],
  COLLECTION: ['FOLLOW_UP', ...stemCellExits],
  FOLLOW_UP: [...stemCellExits],
  WITHDRAWN: [],
  DEFERRED: ['WITHDRAWN'],
  MEDICALLY_EXCLUDED: ['WITHDRAWN'],
  UNREACHABLE: ['WITHDRAWN'],
  AGED_OUT: ['WITHDRAWN'],
};

export const mayFollow = (stage: StemCellStage, next: StemCellStage): boolean => nextStages[stage].includes(next);
