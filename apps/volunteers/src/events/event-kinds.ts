export const eventKinds = [
  'theme-day',
  'first-aid-course',
  'free-clinic',
  'blood-drive-support',
  'stem-cell-drive',
  'relief-drill',
  'household-visit',
  'survey',
  'meeting',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventRisks = ['low', 'medium', 'high'] as const;
export type EventRisk = (typeof eventRisks)[number];

/** Longer undertakings are several events; the list of a period may then leave out all that began long before. */
export const longestEventDays = 92;
