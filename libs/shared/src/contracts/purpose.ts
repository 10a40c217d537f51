/** What a person may allow, each on its own (PIPL 28–30: one consent per purpose, nothing bundled). */
export const purposes = [
  'blood-contact',
  'stem-cell-registry',
  'organ-registration',
  'volunteer-service',
  'photo-publication',
] as const;

export type Purpose = (typeof purposes)[number];
