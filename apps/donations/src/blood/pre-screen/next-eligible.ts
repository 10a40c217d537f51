import { type CalendarDate, latest } from './calendar-date.js';
import { type Donation, type Outcome, preScreen, type PreScreenInput, type Reason, type Sex } from './pre-screen.js';
import { type BloodProduct, factsOf, type Rule, type RuleSet } from './rule-set.js';

/** What records and a profile tell of a donor; null: the profile does not say. */
export interface KnownDonor {
  readonly history: readonly Donation[];
  readonly birthDate: CalendarDate | null;
  readonly sex: Sex | null;
}

export interface NextEligible {
  readonly outcome: Outcome;
  /** The first day, from the one asked about on, that no rule stands against; null when none can be named. */
  readonly eligibleFrom: CalendarDate | null;
  /** At most one per rule: first what stands against the day asked about, then what stands against later ones. */
  readonly reasons: Reason[];
}

/**
 * From when somebody may give again by the rules that need no questions: those on ages and on the time between donations.
 * What the profile does not say leaves its rules out. The day on which a wait ends is looked at in turn, because another
 * rule may stand against it: somebody can be too old by then.
 * @param from no donation of the history lies after it
 */
export function nextEligible(
  ruleSet: RuleSet,
  product: BloodProduct,
  { history, birthDate, sex }: KnownDonor,
  from: CalendarDate,
): NextEligible {
  const rules = ruleSet.rules.flatMap((rule) => withoutQuestions(rule, { birthDate, sex }));
  const unasked = rules.flatMap(factsOf).map((fact) => [fact, { value: 'unknown' }] as const);
  // The stand-ins for what is not known are never looked at: the rules on it are not among these.
  const person = { birthDate: birthDate ?? from, sex: sex ?? 'female' };
  const input: Omit<PreScreenInput, 'onDate'> = { product, person, history, answers: new Map(unasked) };

  const reasons = new Map<string, Reason>();
  const look = (onDate: CalendarDate) => {
    const result = preScreen({ ...ruleSet, rules }, { ...input, onDate });
    for (const reason of result.reasons) reasons.set(reason.rule.id, reason);
    return result;
  };

  let day = from;
  let result = look(day);
  while (result.outcome === 'deferred' && result.eligibleFrom !== undefined) {
    day = result.eligibleFrom;
    result = look(day);
  }
  const found = [...reasons.values()];
  if (result.outcome !== 'likely-eligible') return { outcome: result.outcome, eligibleFrom: null, reasons: found };
  return { outcome: day === from ? 'likely-eligible' : 'deferred', eligibleFrom: day, reasons: found };
}

/**
 * The day from which somebody who has given may give again, wherever today lies: the same day until records, profile or
 * rules change. Not before the rules themselves; null when nothing was given or no day can be named.
 */
export function eligibleAgainFrom(ruleSet: RuleSet, product: BloodProduct, donor: KnownDonor): CalendarDate | null {
  const newest = latest(donor.history.flatMap(({ donatedOn }) => donatedOn ?? []));
  const since = newest && latest([newest, ruleSet.effectiveFrom]);
  return since ? nextEligible(ruleSet, product, donor, since).eligibleFrom : null;
}

/** A rule as far as it can be applied without a question; nothing of it when it cannot. */
function withoutQuestions(rule: Rule, { birthDate, sex }: Pick<KnownDonor, 'birthDate' | 'sex'>): Rule[] {
  switch (rule.kind) {
    case 'minimum-age':
    case 'maximum-age':
      return birthDate === null ? [] : [rule];
    case 'repeat-donor-age':
      // Records need not hold every donation: whether there were enough is a question, too.
      return birthDate === null ? [] : [{ ...rule, earlierDonations: 0 }];
    case 'interval':
      return sex === null && 'male' in rule.wait ? [] : [rule];
    case 'donation-limit':
      return sex === null && typeof rule.most !== 'number' ? [] : [rule];
    case 'interval-not-stated':
      return [rule];
    case 'minimum-weight':
    case 'facts':
      return [];
  }
}
