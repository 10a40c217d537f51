import { type RuleRow, waitsAfter } from './rule-table.js';

export const cnVaccines: RuleRow[] = [
  ...waitsAfter('CN-V-INACT', 'vaccine-inactivated', '2026-11-20', '2026-11-21'),
  ...waitsAfter('CN-V-LIVE1', 'vaccine-live-measles', '2026-11-20', '2026-12-04'),
  ...waitsAfter('CN-V-LIVE2', 'vaccine-live-rubella', '2026-11-20', '2026-12-18'),
  ...waitsAfter('CN-V-LIVE2', 'vaccine-rabies-unexposed', '2026-11-20', '2026-12-18'),
  ...waitsAfter('CN-V-RABEXP', 'vaccine-rabies-exposed', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-V-SERUM.antitoxin', 'antitoxin', '2026-11-20', '2026-12-18'),
  ...waitsAfter('CN-V-SERUM.hepatitis-b', 'hepatitis-b-immunoglobulin', '2026-11-20', '2027-11-20'),
  ...waitsAfter('CN-V-COVID.inactivated', 'vaccine-covid-inactivated', '2026-11-20', '2026-11-22'),
  ...waitsAfter('CN-V-COVID.other', 'vaccine-covid-other', '2026-11-20', '2026-12-04'),
];

export const usVaccines: RuleRow[] = [
  ...waitsAfter('US-V-MMR', 'vaccine-mmr', '2026-11-20', '2026-12-18'),
  ...waitsAfter('US-V-HEPB', 'vaccine-hepatitis-b-unexposed', '2026-11-20', '2026-12-11'),
];
