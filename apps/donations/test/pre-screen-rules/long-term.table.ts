import { leadsTo, type RuleRow } from './rule-table.js';

export const cnLongTerm: RuleRow[] = [
  'chronic-heart-disease',
  'chronic-lung-disease',
  'chronic-kidney-disease',
  'chronic-digestive-disease',
  'blood-disease',
  'diabetes',
  'endocrine-disease',
  'autoimmune-disease',
  'mental-illness',
  'epilepsy',
  'cancer',
  'asthma',
  'severe-allergy',
  'major-organ-removed',
  'transplant-recipient',
  'prion-disease-risk',
  'parasitic-disease',
  'endemic-disease',
  'occupational-disease',
  'steroid-or-immunosuppressant',
].flatMap((fact) => leadsTo('CN-P-CHRONIC', fact, 'ask-blood-station'));
