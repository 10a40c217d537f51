import type { RuleSet } from '../../rule-set.js';
import { donorFacts, donorRules } from './donor.js';
import { illnessFacts, illnessRules } from './illnesses.js';
import { infectionFacts, infectionRules } from './infections.js';
import { intervalRules } from './intervals.js';
import { longTermFacts, longTermRules } from './long-term.js';
import { treatmentFacts, treatmentRules } from './treatments.js';
import { vaccineFacts, vaccineRules } from './vaccines.js';
import { womenFacts, womenRules } from './women.js';

/** GB 18467-2011 and the Blood Donation Law, as far as a person can answer for it: the station tests the rest. */
export const cn2011: RuleSet = {
  id: 'CN-2011',
  jurisdiction: 'CN',
  effectiveFrom: '2012-07-01',
  enabled: true,
  facts: [
    ...donorFacts,
    ...treatmentFacts,
    ...womenFacts,
    ...illnessFacts,
    ...infectionFacts,
    ...vaccineFacts,
    ...longTermFacts,
  ],
  rules: [
    ...donorRules,
    ...intervalRules,
    ...treatmentRules,
    ...womenRules,
    ...illnessRules,
    ...infectionRules,
    ...vaccineRules,
    ...longTermRules,
  ],
};
