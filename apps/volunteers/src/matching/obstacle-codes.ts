/** What keeps a volunteer from a slot, in the order it is told: first what is always so, then what only this plan makes so. */
export const obstacleCodes = [
  'forbidden',
  'under-age',
  'skill-missing',
  'skill-expires',
  'not-available',
  'too-far',
  'overlaps',
  'rest-too-short',
  'weekly-limit',
] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];
