import { leadsTo, type RuleRow, waitsAfter } from './rule-table.js';

export const cnInfections: RuleRow[] = [
  ...leadsTo('CN-T-CONTACT', 'infectious-contact', 'ask-blood-station'),
  ...waitsAfter('CN-T-HEPA', 'hepatitis-a-cured', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-T-HEPA', 'typhoid-cured', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-T-DYS', 'dysentery-recovered', '2026-11-20', '2027-05-20'),
  ...waitsAfter('CN-T-DYS', 'toxoplasmosis-recovered', '2026-08-31', '2027-02-28'),
  ...waitsAfter('CN-T-BRUC', 'brucellosis-recovered', '2024-02-29', '2026-02-28'),
  ...waitsAfter('CN-T-BRUC', 'q-fever-recovered', '2026-11-20', '2028-11-20'),
  ...waitsAfter('CN-T-MAL1', 'malaria-area-visit', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-T-MAL2', 'malaria-cured', '2026-11-20', '2029-11-20'),
  ...[
    'hepatitis-b-carrier',
    'hepatitis-c-ever',
    'hiv-ever',
    'syphilis-ever',
    'other-std-ever',
    'leprosy-ever',
    'tuberculosis-ever',
    'recipient-infected',
  ].flatMap((fact) => leadsTo('CN-P-INFECT', fact, 'not-eligible')),
];
