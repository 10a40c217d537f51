import { leadsTo, type RuleRow, waitsAfter } from './rule-table.js';

export const cnIllnesses: RuleRow[] = [
  ...waitsAfter('CN-T-EYE.disease', 'eye-disease', '2026-11-20', '2026-11-27'),
  ...waitsAfter('CN-T-URI', 'cold-recovered', '2026-11-20', '2026-11-27'),
  ...waitsAfter('CN-T-URI', 'gastroenteritis-recovered', '2026-11-20', '2026-11-27'),
  ...waitsAfter('CN-T-PNEU', 'pneumonia-recovered', '2026-11-20', '2027-02-20'),
  ...waitsAfter('CN-T-PNEU', 'pyelonephritis-recovered', '2026-05-31', '2026-08-31'),
  ...waitsAfter('CN-T-UTI', 'urinary-infection-recovered', '2026-01-31', '2026-02-28'),
  ...leadsTo('CN-T-UTI', 'urinary-stones-active', 'deferred'),
  ...waitsAfter('CN-T-SKIN.local', 'skin-inflammation-local-healed', '2026-11-20', '2026-11-27'),
  ...waitsAfter('CN-T-SKIN.wide', 'skin-inflammation-wide-healed', '2026-11-20', '2026-12-04'),
  ...waitsAfter('CN-T-RHEUM', 'rheumatic-fever', '2026-11-20', '2028-11-20'),
];
