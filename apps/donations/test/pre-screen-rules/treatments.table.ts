import { type RuleRow, says, waitsAfter } from './rule-table.js';

export const cnTreatments: RuleRow[] = [
  ...waitsAfter('CN-T-DENTAL1', 'oral-care', '2026-11-20', '2026-11-23'),
  ...waitsAfter('CN-T-DENTAL2', 'tooth-extraction', '2026-11-20', '2026-12-05'),
  ...waitsAfter('CN-T-DENTAL2', 'tooth-extraction', '2026-02-20', '2026-03-07'),
  ...waitsAfter('CN-T-DENTAL2', 'minor-surgery', '2026-11-20', '2026-12-05'),
  ...waitsAfter('CN-T-SURG2', 'surgery-appendix', '2026-11-30', '2027-02-28'),
  ...waitsAfter('CN-T-SURG2', 'surgery-appendix', '2026-05-31', '2026-08-31'),
  ...waitsAfter('CN-T-SURG3', 'surgery-large', '2026-08-31', '2027-02-28'),
  ...waitsAfter('CN-T-TUMOR', 'benign-tumour-operated', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-T-EYE.surgery', 'eye-surgery', '2026-11-20', '2027-02-20'),
  ...waitsAfter('CN-T-TATTOO', 'tattoo', '2026-02-28', '2027-02-28'),
  ...waitsAfter('CN-T-TATTOO', 'contaminated-instrument-injury', '2026-02-28', '2027-02-28'),
  ...waitsAfter('CN-T-PIERCE', 'piercing', '2024-02-29', '2025-02-28'),
  ...waitsAfter('CN-T-ASA', 'aspirin', '2026-11-20', '2026-11-25', 'platelets'),
  says('CN-T-ASA', 'aspirin holds back no whole blood', { answers: { aspirin: { on: '2026-11-23' } } }, 'clear'),
  ...waitsAfter('CN-T-TRANSF', 'transfusion-received', '2026-11-20', '2027-11-20'),
];

export const usTreatments: RuleRow[] = [
  ...waitsAfter('US-T-TATTOO', 'tattoo-unregulated', '2026-11-30', '2027-02-28'),
  ...waitsAfter('US-T-TATTOO', 'tattoo-unregulated', '2026-05-31', '2026-08-31'),
  ...waitsAfter('US-T-TATTOO', 'piercing-gun-reused', '2026-11-20', '2027-02-20'),
];

export const ukTreatments: RuleRow[] = [
  ...waitsAfter('UK-T-TATTOO', 'tattoo', '2026-10-31', '2027-02-28'),
  ...waitsAfter('UK-T-TATTOO', 'tattoo', '2026-05-31', '2026-09-30'),
  ...waitsAfter('UK-T-PIERCE', 'piercing', '2026-05-31', '2026-09-30'),
];
