import type { EarlierProduct, ScreenedProduct } from '../../src/blood/pre-screen/rule-set.js';
import { ask, gave, interval, type RuleRow, says, shift, waits } from './rule-table.js';

/** So many donations, the first on the first of January 2026, the others after it in steps of days. */
const series = (count: number, step: number): string[] =>
  Array.from({ length: count }, (_, index) => shift('2026-01-01', index * step));

const platelets = 'platelets' as const;

/** A full year of donations, then one that falls out of it; who gave one less is free at once. */
const yearlyLimit = (
  rule: string,
  product: 'whole-blood' | 'platelets' | 'double-red-cells',
  [most, step]: readonly [number, number],
  sex: 'male' | 'female' = 'female',
): RuleRow[] => [
  waits(rule, `the ${most} ${product} from 2026-01-01 on (${sex})`, '2027-01-01', {
    product,
    person: { sex },
    history: gave(product, ...series(most, step)),
  }),
  {
    rule,
    about: `more than ${most} ${product} grow old one by one (${sex})`,
    told: {
      product,
      person: { sex },
      history: gave(product, '2025-12-31', '2026-01-02', ...series(most, step).slice(1)),
    },
    days: [
      ['2026-12-20', { outcome: 'deferred', until: '2027-01-02' }],
      ['2027-01-01', { outcome: 'deferred', until: '2027-01-02' }],
      ['2027-01-02', 'clear'],
    ],
  },
  {
    rule,
    about: `one ${product} fewer than ${most} (${sex})`,
    told: { product, person: { sex }, history: gave(product, ...series(most, step).slice(1)) },
    days: [['2026-12-31', 'clear']],
  },
];

/** However much was given, and however lately: no interval and no limit of another pair says anything. */
const notStated = (rule: string, given: EarlierProduct, product: ScreenedProduct): RuleRow =>
  says(
    rule,
    `${given}, then ${product}, is for the station`,
    { product, history: gave(given, '2026-11-20', ...series(30, 10)) },
    ask,
  );

export const cnWholeBloodInterval: RuleRow[] = [
  ...interval('CN-INT-WW', ['whole-blood', 'whole-blood'], '2026-05-23', '2026-11-23'),
  ...interval('CN-INT-WW', ['whole-blood', 'whole-blood'], '2026-08-31', '2027-02-28'),
  ...interval('CN-INT-WW', ['whole-blood', 'whole-blood'], '2023-08-31', '2024-02-29', 'male'),
  waits('CN-INT-WW', 'the latest of several', '2027-02-01', {
    history: gave('whole-blood', '2026-06-01', '2026-08-01', '2026-01-01'),
  }),
];

export const cnDraftWholeBloodInterval: RuleRow[] = [
  ...interval('CN-INT-WW', ['whole-blood', 'whole-blood'], '2026-08-25', '2026-11-23'),
  ...interval('CN-INT-WW', ['whole-blood', 'whole-blood'], '2024-01-31', '2024-04-30', 'male'),
];

export const cnIntervals: RuleRow[] = [
  ...interval('CN-INT-WP', ['whole-blood', platelets], '2026-11-30', '2027-02-28'),
  ...interval('CN-INT-WP', ['whole-blood', platelets], '2026-05-31', '2026-08-31'),
  ...interval('CN-INT-PW', [platelets, 'whole-blood'], '2026-12-15', '2027-01-12'),
  ...interval('CN-INT-PP', [platelets, platelets], '2026-02-20', '2026-03-06'),
  ...yearlyLimit('CN-INT-PP.year', platelets, [24, 14]),
  waits('CN-INT-PP.year', '24 in a year with a leap day', '2024-12-31', {
    product: platelets,
    history: gave(platelets, ...series(24, 14).map((day) => shift(day, -731))),
  }),
  says('CN-INT-PP.year', 'holds back no whole blood', { history: gave(platelets, ...series(24, 12)) }, 'clear'),
  notStated('CN-INT-PLASMA', 'plasma', 'whole-blood'),
  notStated('CN-INT-PLASMA', 'plasma', platelets),
  says('CN-INT-PLASMA', 'plasma as a first donation', { product: 'plasma' }, ask),
  notStated('CN-INT-STEM-CELL', 'stem-cell', 'whole-blood'),
  notStated('CN-INT-STEM-CELL', 'stem-cell', platelets),
];

export const usIntervals: RuleRow[] = [
  ...interval('US-INT-WW', ['whole-blood', 'whole-blood'], '2026-09-28', '2026-11-23'),
  ...yearlyLimit('US-INT-WW.year', 'whole-blood', [6, 58]),
  ...interval('US-INT-RR', ['double-red-cells', 'double-red-cells'], '2026-08-03', '2026-11-23'),
  ...yearlyLimit('US-INT-RR.year', 'double-red-cells', [3, 112]),
  ...interval('US-INT-PP', [platelets, platelets], '2026-11-16', '2026-11-23'),
  ...yearlyLimit('US-INT-PP.year', platelets, [24, 15]),
  ...interval('US-INT-PLASMA', ['plasma', 'plasma'], '2026-10-26', '2026-11-23'),
  ...(['platelets', 'plasma', 'double-red-cells', 'stem-cell'] as const).map((given) =>
    notStated('US-INT-OTHER.whole-blood', given, 'whole-blood'),
  ),
  ...(['whole-blood', 'platelets', 'plasma', 'stem-cell'] as const).map((given) =>
    notStated('US-INT-OTHER.double-red-cells', given, 'double-red-cells'),
  ),
  ...(['whole-blood', 'plasma', 'double-red-cells', 'stem-cell'] as const).map((given) =>
    notStated('US-INT-OTHER.platelets', given, platelets),
  ),
  ...(['whole-blood', 'platelets', 'double-red-cells', 'stem-cell'] as const).map((given) =>
    notStated('US-INT-OTHER.plasma', given, 'plasma'),
  ),
];

export const ukIntervals: RuleRow[] = [
  ...interval('UK-INT-WW', ['whole-blood', 'whole-blood'], '2026-08-31', '2026-11-23', 'male'),
  ...interval('UK-INT-WW', ['whole-blood', 'whole-blood'], '2026-08-03', '2026-11-23', 'female'),
  ...yearlyLimit('UK-INT-WW.year', 'whole-blood', [4, 88], 'male'),
  ...yearlyLimit('UK-INT-WW.year', 'whole-blood', [3, 112], 'female'),
  ...interval('UK-INT-PP', [platelets, platelets], '2026-11-09', '2026-11-23'),
  ...yearlyLimit('UK-INT-PP.year', platelets, [24, 14]),
  ...interval('UK-INT-WA', ['whole-blood', platelets], '2026-10-26', '2026-11-23'),
  ...interval('UK-INT-WA', ['whole-blood', 'plasma'], '2026-10-26', '2026-11-23').map((row) => ({
    ...row,
    beside: ['UK-INT-OTHER.plasma'],
  })),
  ...interval('UK-INT-RR', ['double-red-cells', 'double-red-cells'], '2026-05-25', '2026-11-23'),
  ...(['platelets', 'plasma', 'double-red-cells', 'stem-cell'] as const).map((given) =>
    notStated('UK-INT-OTHER.whole-blood', given, 'whole-blood'),
  ),
  ...(['whole-blood', 'platelets', 'plasma', 'stem-cell'] as const).map((given) =>
    notStated('UK-INT-OTHER.double-red-cells', given, 'double-red-cells'),
  ),
  ...(['plasma', 'double-red-cells', 'stem-cell'] as const).map((given) =>
    notStated('UK-INT-OTHER.platelets', given, platelets),
  ),
  says('UK-INT-OTHER.plasma', 'plasma is for the station', { product: 'plasma' }, ask),
];
