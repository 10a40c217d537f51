import { z } from 'zod';

const text = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const count = z.int().positive();
const span = z.union([
  z.strictObject({ days: count }),
  z.strictObject({ weeks: count }),
  z.strictObject({ months: count }),
  z.strictObject({ years: count }),
]);
const date = z.iso.date();
const factId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const bloodProduct = z.enum(['whole-blood', 'platelets', 'plasma']);
const donatedProduct = z.enum(['whole-blood', 'platelets', 'plasma', 'stem-cell']);
// Given only where no rule set of ours is enabled: rules speak of them, the API offers them when one is.
const screenedProduct = z.enum([...bloodProduct.options, 'double-red-cells']);
const earlierProduct = z.enum([...donatedProduct.options, 'double-red-cells']);
const bySex = <Value extends z.ZodType>(value: Value) => z.strictObject({ male: value, female: value });
const outcome = z.enum(['deferred', 'ask-blood-station', 'not-eligible']);

const rule = {
  /** A row of several durations has ids below its own: `CN-T-EYE.surgery`. */
  id: z.string().regex(/^[A-Z]{2,3}(-[A-Z0-9]+)+(\.[a-z0-9-]+)?$/),
  /** What the rule says, in words a donor understands. */
  text,
  /** Where it is written. */
  source: text,
  /** The products to be given that the rule speaks of; all when left out. */
  products: z.array(screenedProduct).min(1).optional(),
};

const factEffect = z.union([
  /** Somebody may come again so long after the date of the answer. */
  z.strictObject({ fact: factId, wait: span }),
  /** A "yes" has this outcome, whenever it was. */
  z.strictObject({ fact: factId, outcome }),
]);

/** The kinds of rules the engine knows. A new row of a table is data; only a new *kind* of rule is code. */
const anyRule = z.discriminatedUnion('kind', [
  /** Deferred until the birthday of this age; from an earlier one on, where it is given, the station is asked. */
  z.strictObject({ ...rule, kind: z.literal('minimum-age'), years: count, askFrom: count.optional() }),
  /** Not eligible from the day after this year of age: 60 lasts until the day before the 61st birthday. */
  z.strictObject({ ...rule, kind: z.literal('maximum-age'), years: count }),
  /** Between two ages (or above the first) only who has given often enough, has none of some facts and all of others. */
  z.strictObject({
    ...rule,
    kind: z.literal('repeat-donor-age'),
    over: count,
    upTo: count.optional(),
    earlierDonations: count,
    counting: z.array(earlierProduct).min(1),
    noneOf: z.array(factId),
    allOf: z.array(factId),
  }),
  z.strictObject({
    ...rule,
    kind: z.literal('minimum-weight'),
    kilograms: bySex(z.number().positive()),
  }),
  /** Time from one donation to the next. */
  z.strictObject({
    ...rule,
    kind: z.literal('interval'),
    after: earlierProduct,
    wait: z.union([span, bySex(span)]),
  }),
  /** The texts give no interval after these products, and no rule for giving one of them: the station is asked. */
  z.strictObject({ ...rule, kind: z.literal('interval-not-stated'), of: z.array(earlierProduct).min(1) }),
  /** So many donations at most within any span of this length. */
  z.strictObject({
    ...rule,
    kind: z.literal('donation-limit'),
    counting: earlierProduct,
    most: z.union([count, bySex(count)]),
    within: span,
  }),
  /** What an answer to one or several questions leads to. */
  z.strictObject({ ...rule, kind: z.literal('facts'), facts: z.array(factEffect).min(1) }),
]);

/** In the order in which questions are asked. */
export const questionGroups = ['donor', 'treatment', 'women', 'illness', 'infection', 'vaccine', 'long-term'] as const;

const fact = z.strictObject({
  fact: factId,
  /** A date is asked for, or yes, no, unknown. Both are taken as an answer. */
  answer: z.enum(['date', 'choice']),
  group: z.enum(questionGroups),
  text,
});

const ruleSetShape = z.strictObject({
  id: z.string().min(1),
  /** ISO 3166 country, then GB/T 2260 digits: the place of collection the rules are for (`CN`, `CN-33`). */
  jurisdiction: z.string().regex(/^[A-Z]{2,3}(-\d{2,6})?$/),
  effectiveFrom: date,
  /** The first day on which it no longer holds. */
  effectiveTo: date.optional(),
  enabled: z.boolean(),
  facts: z.array(fact),
  rules: z.array(anyRule).min(1),
});

export type LocalText = z.infer<typeof text>;
export type BloodProduct = z.infer<typeof bloodProduct>;
export type DonatedProduct = z.infer<typeof donatedProduct>;
export type ScreenedProduct = z.infer<typeof screenedProduct>;
export type EarlierProduct = z.infer<typeof earlierProduct>;
export type Fact = z.infer<typeof fact>;
export type Rule = z.infer<typeof anyRule>;
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
export type RuleSet = z.infer<typeof ruleSetShape>;

/**
 * Checks rule data before anything is decided by it.
 * @throws z.ZodError naming every wrong place: shape, dates the wrong way round, duplicate ids, a rule on an unknown
 * fact, a fact no rule uses, a wait from a day nobody asks for, a question out of the order of its group
 */
export function readRuleSet(data: unknown): RuleSet {
  return ruleSetShape.superRefine(checkReferences).parse(data);
}

/** The facts a rule looks at. */
export function factsOf(rule: Rule): string[] {
  if (rule.kind === 'facts') return rule.facts.map(({ fact }) => fact);
  if (rule.kind === 'repeat-donor-age') return [...rule.noneOf, ...rule.allOf];
  return [];
}

/** Whether a rule has a say when this product is to be given. */
export function speaksOf(rule: Rule, product: ScreenedProduct): boolean {
  return rule.products === undefined || rule.products.includes(product);
}

function checkReferences(ruleSet: RuleSet, context: z.RefinementCtx): void {
  const defined = ruleSet.facts.map(({ fact }) => fact);
  const dated = ruleSet.facts.filter(({ answer }) => answer === 'date').map(({ fact }) => fact);
  const groups = ruleSet.facts.map(({ group }) => questionGroups.indexOf(group));
  const used = ruleSet.rules.flatMap(factsOf);
  const report = (message: string) => context.addIssue({ code: 'custom', message });
  duplicates(ruleSet.rules.map(({ id }) => id)).forEach((id) => report(`rule ${id} is there twice`));
  duplicates(defined).forEach((id) => report(`fact ${id} is there twice`));
  used.filter((id) => !defined.includes(id)).forEach((id) => report(`fact ${id} is not defined`));
  defined.filter((id) => !used.includes(id)).forEach((id) => report(`fact ${id} is used by no rule`));
  waitingFacts(ruleSet)
    .filter((id) => defined.includes(id) && !dated.includes(id))
    .forEach((id) => report(`fact ${id} waits from a day its question does not ask for`));
  if (groups.some((group, index) => group < (groups[index - 1] ?? 0))) report('facts are not in the order of groups');
  if (ruleSet.effectiveTo !== undefined && ruleSet.effectiveTo <= ruleSet.effectiveFrom) {
    report('effectiveTo is not after effectiveFrom');
  }
}

function waitingFacts({ rules }: RuleSet): string[] {
  const effects = rules.flatMap((rule) => (rule.kind === 'facts' ? rule.facts : []));
  return effects.filter((effect) => 'wait' in effect).map(({ fact }) => fact);
}

function duplicates(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
