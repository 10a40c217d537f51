import type { Donation } from '../../src/blood/pre-screen/pre-screen.js';
import {
  anyDay,
  ask,
  excluded,
  gave,
  no,
  type RuleRow,
  says,
  shift,
  type Told,
  unsure,
  waiting,
  waits,
  yes,
} from './rule-table.js';

/** The birthday on which an age is passed: fine before it, excluded from it on. */
const ends = (rule: string, birthDate: string, birthday: string, told: Told = {}): RuleRow => ({
  rule,
  about: `born ${birthDate} is excluded from ${birthday} on`,
  told: { ...told, person: { birthDate } },
  days: [
    [shift(birthday, -1), 'clear'],
    [birthday, excluded],
    [shift(birthday, 1), excluded],
  ],
});

const ofAge = (rule: string, birthDate: string, birthday: string): RuleRow =>
  waits(rule, `born ${birthDate}`, birthday, { person: { birthDate } });

const threeDonations = gave('whole-blood', '2015-01-01', '2016-01-01', '2017-01-01');
const repeatDonor = { history: threeDonations, answers: { 'asks-to-donate': yes } };

const at57 = (about: string, history: Donation[], answers: Told['answers'], verdict: RuleRow['days'][number][1]) =>
  says('CN-AGE-EXT', `at 57 with ${about}`, { person: { birthDate: '1969-06-01' }, history, answers }, verdict);

const weights = (rule: string, sex: 'male' | 'female', least: number): RuleRow[] => [
  says(rule, `${sex}, ${least - 0.01} kg`, { person: { sex, weightKg: least - 0.01 } }, waiting),
  says(rule, `${sex}, ${least} kg`, { person: { sex, weightKg: least } }, 'clear'),
  says(rule, `${sex}, ${least + 0.01} kg`, { person: { sex, weightKg: least + 0.01 } }, 'clear'),
  says(rule, `${sex}, weight not told`, { person: { sex, weightKg: undefined } }, ask),
];

export const cnMinimumAge: RuleRow[] = [
  ofAge('CN-AGE-MIN', '2008-05-05', '2026-05-05'),
  ofAge('CN-AGE-MIN', '2008-02-29', '2026-02-28'),
  ofAge('CN-AGE-MIN', '2006-03-01', '2024-03-01'),
];

export const cnRepeatDonors: RuleRow[] = [
  ends('CN-AGE-EXT', '1970-11-23', '2026-11-23'),
  ends('CN-AGE-EXT', '1968-02-29', '2024-02-29'),
  ends('CN-AGE-EXT', '1972-02-29', '2028-02-29'),
  ends('CN-AGE-EXT', '1971-03-01', '2027-03-01'),
  ends('CN-AGE-EXT', '1971-02-28', '2027-02-28'),
  at57('three donations and a request', threeDonations, { 'asks-to-donate': yes }, 'clear'),
  at57(
    'the first long before the others',
    gave('whole-blood', '1990-01-01', '2016-01-01', '2017-01-01'),
    { 'asks-to-donate': yes },
    'clear',
  ),
  at57(
    'one of each product',
    [...threeDonations.slice(1), ...gave('platelets', '2018-01-01')],
    { 'asks-to-donate': yes },
    'clear',
  ),
  {
    ...at57(
      'two donations and one of stem cells',
      [...threeDonations.slice(1), ...gave('stem-cell', '2010-01-01')],
      { 'asks-to-donate': yes },
      excluded,
    ),
    beside: ['CN-INT-STEM-CELL'],
  },
  says(
    'CN-AGE-EXT',
    'at 60 with two donations',
    { person: { birthDate: '1966-01-01' }, history: threeDonations.slice(1), answers: { 'asks-to-donate': yes } },
    excluded,
  ),
  at57('two donations', threeDonations.slice(1), { 'asks-to-donate': yes }, excluded),
  at57('no request', threeDonations, {}, excluded),
  at57('a request refused', threeDonations, { 'asks-to-donate': no }, excluded),
  at57('a request unsure', threeDonations, { 'asks-to-donate': unsure }, ask),
  at57('a reaction', threeDonations, { 'asks-to-donate': yes, 'past-donation-reaction': yes }, excluded),
  at57('a reaction perhaps', threeDonations, { 'asks-to-donate': yes, 'past-donation-reaction': unsure }, ask),
  at57('a reaction perhaps, and no request', threeDonations, { 'past-donation-reaction': unsure }, excluded),
];

export const cnMaximumAge: RuleRow[] = [
  ends('CN-AGE-MAX', '1965-11-24', '2026-11-24', repeatDonor),
  ends('CN-AGE-MAX', '1964-02-29', '2025-02-28', repeatDonor),
];

export const cnDraftMaximumAge: RuleRow[] = [
  ends('CN-AGE-MAX', '1960-11-24', '2026-11-24'),
  ends('CN-AGE-MAX', '1960-02-29', '2026-02-28'),
];

export const cnWeight: RuleRow[] = [...weights('CN-WT', 'male', 50), ...weights('CN-WT', 'female', 45)];

export const usAgesAndWeight: RuleRow[] = [
  {
    rule: 'US-AGE-MIN',
    about: 'born 2010-02-28 waits until 16, is for the station until 17',
    told: { person: { birthDate: '2010-02-28' } },
    days: [
      ['2026-02-27', { outcome: 'deferred', until: '2027-02-28' }],
      ['2026-02-28', ask],
      ['2027-02-27', ask],
      ['2027-02-28', 'clear'],
      ['2027-03-01', 'clear'],
    ],
  },
  says('US-AGE-MIN', 'knows no upper age', { person: { birthDate: '1926-01-01' } }, 'clear'),
  ...weights('US-WT', 'male', 50),
  ...weights('US-WT', 'female', 50),
];

export const ukAgesAndWeight: RuleRow[] = [
  ofAge('UK-AGE-MIN', '2009-11-24', '2026-11-24'),
  ends('UK-AGE-FIRST', '1960-11-24', '2026-11-24'),
  ends('UK-AGE-FIRST', '1960-02-29', '2026-02-28'),
  {
    ...says(
      'UK-AGE-FIRST',
      'at 70 who gave stem cells only',
      { person: { birthDate: '1956-01-01' }, history: gave('stem-cell', '2010-01-01') },
      excluded,
    ),
    beside: ['UK-INT-OTHER.whole-blood'],
  },
  says(
    'UK-AGE-FIRST',
    'at 90 who gave before',
    { person: { birthDate: '1936-01-01' }, history: gave('whole-blood', '1999-01-01') },
    'clear',
  ),
  {
    rule: 'UK-AGE-FIRST',
    about: 'at 70 who gave double red cells before',
    told: {
      product: 'double-red-cells',
      person: { birthDate: '1956-01-01' },
      history: gave('double-red-cells', '2020-01-01'),
    },
    days: [[anyDay, 'clear']],
  },
  ...weights('UK-WT', 'male', 50),
  ...weights('UK-WT', 'female', 50),
];
