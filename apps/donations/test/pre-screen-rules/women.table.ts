import { leadsTo, type RuleRow, waitsAfter } from './rule-table.js';

export const cnWomen: RuleRow[] = [
  ...waitsAfter('CN-T-MENS', 'menstruation-end', '2026-11-20', '2026-11-23'),
  ...leadsTo('CN-T-PREG', 'pregnant', 'deferred'),
  ...waitsAfter('CN-T-PREG', 'miscarriage', '2026-08-31', '2027-02-28'),
  ...waitsAfter('CN-T-BIRTH', 'delivery', '2024-02-29', '2025-02-28'),
  ...leadsTo('CN-T-BIRTH', 'breastfeeding', 'deferred'),
];
